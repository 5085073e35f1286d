package systole.shell;

/** The operations that software may do on a field of a register. Bits outside every field read 0 and ignore writes. */
public enum Access {
    /** Fixed for a design. */
    CONSTANT("constant", false),
    /** Set by hardware. */
    READ_ONLY("RO", false),
    /** Holds what was written. */
    READ_WRITE("RW", true),
    /** Set by hardware, cleared by writing 1. An event at the moment of clearing wins. */
    WRITE_ONE_CLEARS("W1C", true),
    /** Writing 1 starts an action. The field reads 1 until the action is done. */
    SELF_CLEARING("SC", true);

    private final String label;
    private final boolean writable;

    Access(String label, boolean writable) {
        this.label = label;
        this.writable = writable;
    }

    /** The name in tables. */
    public String label() {
        return label;
    }

    /** Whether writes have an effect. */
    public boolean writable() {
        return writable;
    }
}
