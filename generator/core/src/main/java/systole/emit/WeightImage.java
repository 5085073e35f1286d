package systole.emit;

import systole.plan.unit.DspPacking;
import systole.plan.unit.MacUnit;
import systole.plan.unit.Multiplier;
import systole.plan.unit.Passes;
import systole.plan.unit.Weights;

/** The contents of a weight memory. */
final class WeightImage {
    private WeightImage() {}

    /**
     * Some rows of a column, a word for each beat of a pixel's windows in their order: passes, then taps, then beats of a
     * group. A word holds the rows' weights, the first row lowest; of a pair, lane 0's below lane 1's.
     */
    static String of(MacUnit unit, Weights weights, int column, int firstRow, int rows) {
        Passes passes = unit.passes();
        int simd = unit.fold().simd();
        MemoryImage image = new MemoryImage(rows * unit.multiplier().lanes() * unit.fieldBits());
        for (int pass = 0; pass < passes.groups() * passes.repeat(); pass++) {
            for (int tap = 0; tap < passes.window().taps(); tap++) {
                for (int beat = 0; beat < passes.beats() / passes.groups(); beat++) {
                    for (int row = firstRow; row < firstRow + rows; row++) {
                        field(image, unit, weights, pass, column, tap, beat * simd + row);
                    }
                    image.end();
                }
            }
        }
        return image.text();
    }

    private static void field(
            MemoryImage image, MacUnit unit, Weights weights, int pass, int column, int tap, int input) {
        int w0 = weights.get(unit.channel(pass, column, 0), tap, input);
        image.field(w0, unit.fieldBits());
        if (unit.multiplier() == Multiplier.PACKED) {
            int w1 = weights.get(unit.channel(pass, column, 1), tap, input);
            image.field(DspPacking.upper(w1, w0), unit.fieldBits());
        }
    }
}
