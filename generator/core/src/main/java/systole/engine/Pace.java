package systole.engine;

/**
 * The way in which the parts of a frame go through an engine. This is an estimate that takes microseconds, where a
 * schedule takes seconds.
 */
public interface Pace {
    /** The pace at which the engine gets through a frame. */
    Tempo tempo();

    /**
     * The number of parts that the output frame is divided into.
     *
     * @param most the largest number of parts that is useful
     * @param input the number of parts of the input frame
     */
    int parts(int most, int input);

    /** The share of the input frame that is needed to compute a part of the output frame. */
    double share(int part, int parts);

    /** The share of a frame that can be computed only when all of its input has come. */
    double lastShare();
}
