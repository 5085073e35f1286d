package systole.emit;

import systole.plan.unit.MacShape;
import systole.plan.unit.MacUnit;

/**
 * The packer, which joins the beats of a pixel into beats of the window and fills the last one with zeros.
 *
 * @param used false if the incoming beats are already those of the window
 * @param width bits of an incoming beat
 * @param ratio incoming beats in one beat of the window
 * @param beats incoming beats of a pixel
 */
public record PackView(boolean used, int width, int ratio, int beats) {
    static PackView of(MacUnit unit) {
        MacShape shape = unit.shape();
        return new PackView(shape.packRatio() > 1, unit.input().width(), shape.packRatio(), shape.pixelBeats());
    }
}
