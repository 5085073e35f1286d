package systole.plan.timing;

/** A unit in the timing model. Readers step before writers, so that a beat moves one stream a cycle. */
interface Actor {
    void step(long cycle);

    /** The most pixels that the unit's ring ever held; 0 if it has none. */
    default int ringPeak() {
        return 0;
    }
}
