package systole.engine.timing;

/**
 * The beats that have left an engine, as its credits know of them: systole_credit has a register in front of its count, so
 * that a credit returns a cycle later than its beats are taken.
 */
public final class ReturnedBeats {
    private final Channel out;
    private long takenBefore;
    private long known;

    /** @param out the stream that the beats leave by */
    public ReturnedBeats(Channel out) {
        this.out = out;
    }

    /** The number of these beats in this cycle. */
    public long count() {
        return known;
    }

    /** Goes on to the next cycle. It is called once a cycle, at its end. */
    public void step() {
        known = takenBefore;
        takenBefore = out.taken();
    }
}
