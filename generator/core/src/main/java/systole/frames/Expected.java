package systole.frames;

/** Outputs of another source, with which those of the golden model are compared. */
public interface Expected {
    /** Their origin, for people. */
    String source();

    /**
     * These outputs, if there is one for each frame that is sent.
     *
     * @throws systole.diagnostic.RefusedException if there are more or fewer
     */
    Expected forEach(Frames sent);

    /** The first {@code limit} outputs, or all if there are fewer. */
    Expected first(int limit);

    /** Compares them with as many frames of integers. */
    Comparison compare(Frames outputs);
}
