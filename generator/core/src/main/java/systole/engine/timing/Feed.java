package systole.engine.timing;

/** A stream in the timing model, as its reader sees it. */
public interface Feed {
    /** True if a beat can be taken in this cycle. */
    boolean hasBeat();

    void take();
}
