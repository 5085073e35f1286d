package systole.engine.array;

/**
 * What joins the beats of a pixel into those of the window, the last filled up with zeros.
 *
 * @param used false if beats come as the window has them
 * @param width bits of an incoming beat
 * @param ratio incoming beats of one of the window
 * @param beats incoming beats of a pixel
 */
public record PackView(boolean used, int width, int ratio, int beats) {
    /** Beats come as the window has them. */
    public static final PackView NONE = new PackView(false, 0, 1, 1);
}
