package systole.plan.timing;

/** A stream in the timing model, as its reader sees it. */
interface Feed {
    /** True if a beat can be taken in this cycle. */
    boolean hasBeat();

    void take();
}
