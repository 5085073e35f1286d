package systole.emit;

import systole.plan.unit.MacShape;
import systole.plan.unit.MacUnit;

/**
 * What joins the beats of a pixel into those of the window, the last filled up with zeros.
 *
 * @param used false if beats come as the window has them
 * @param width bits of an incoming beat
 * @param ratio incoming beats of one of the window
 * @param beats incoming beats of a pixel
 */
public record PackView(boolean used, int width, int ratio, int beats) {
    static PackView of(MacUnit unit) {
        MacShape shape = unit.shape();
        return new PackView(shape.packRatio() > 1, unit.input().width(), shape.packRatio(), shape.pixelBeats());
    }
}
