package systole.engine;

/**
 * Memories of one size that a unit has.
 *
 * @param what they hold
 * @param count how many there are
 * @param memory one of them
 */
public record MemoryUse(String what, int count, Memory memory) {
    private static final int RAMB18_BITS = 18 * 1024;

    /** Bits that all hold. */
    public long bits() {
        return (long) count * memory.width() * memory.depth();
    }

    /** Halves of a RAMB36 of all. */
    public int ramb18() {
        return memory.block() ? count * memory.ramCost().ramb18() : 0;
    }

    /** Bits of block RAM that are taken and hold nothing. */
    public long wasted() {
        return memory.block() ? (long) ramb18() * RAMB18_BITS - bits() : 0;
    }
}
