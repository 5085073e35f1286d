package systole.engine.array;

/**
 * The trimmer, which drops the channels that pad the last pass over a window.
 *
 * @param used false if there are none
 * @param keep beats of a pixel that leave
 * @param drop the following beats, which are dropped
 */
public record TrimView(boolean used, int keep, int drop) {
    /** No beat is dropped. */
    public static final TrimView NONE = new TrimView(false, 0, 0);
}
