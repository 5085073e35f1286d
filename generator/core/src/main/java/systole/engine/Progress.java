package systole.engine;

/** How the parts of a frame go through an engine: an estimate that takes microseconds where a schedule takes seconds. */
public interface Progress {
    /** How quickly the engine gets through a frame. */
    Tempo tempo();

    /**
     * The number of parts that the output frame is looked at in.
     *
     * @param most parts that are of use
     * @param input parts of the input frame
     */
    int parts(int most, int input);

    /** The share of the input frame that a part of the output frame needs. */
    double share(int part, int parts);

    /** The share of a frame that can be computed only when all of its input has come. */
    double lastShare();
}
