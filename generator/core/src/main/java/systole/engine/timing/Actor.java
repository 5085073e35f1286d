package systole.engine.timing;

/** A unit in the timing model. Readers step before writers, so that a beat moves one register a cycle. */
public interface Actor {
    void step(long cycle);

    /** The most that the unit's sizable storage ever held: pixels of a ring, beats of a FIFO; 0 if it has none. */
    default int peak() {
        return 0;
    }
}
