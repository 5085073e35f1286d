package systole.engine.array;

/**
 * The packer, which joins the beats of a pixel into beats of the window and fills the last one with zeros.
 *
 * @param used false if the incoming beats are already those of the window
 * @param width bits of an incoming beat
 * @param ratio incoming beats in one beat of the window
 * @param beats incoming beats of a pixel
 */
public record PackView(boolean used, int width, int ratio, int beats) {
    /** The beats already have the width that the window reads. */
    public static final PackView NONE = new PackView(false, 0, 1, 1);
}
