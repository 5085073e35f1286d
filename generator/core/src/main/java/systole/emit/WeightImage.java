package systole.emit;

import systole.plan.unit.DspPacking;
import systole.plan.unit.MacArray;
import systole.plan.unit.Multiplier;
import systole.plan.unit.WeightOrder;

/** The contents of a weight memory. */
final class WeightImage {
    private WeightImage() {}

    /**
     * The weights of some rows of a column, with a word for each beat in the array's order. A word holds the weights of
     * the rows, the first row lowest. Of a pair, the weight of lane 0 lies below that of lane 1.
     */
    static String of(MacArray array, WeightOrder order, int column, int firstRow, int rows) {
        MemoryImage image = new MemoryImage(rows * array.multiplier().lanes() * array.fieldBits());
        for (int pass = 0; pass < order.passes(); pass++) {
            for (int beat = 0; beat < order.beats(pass); beat++) {
                for (int row = firstRow; row < firstRow + rows; row++) {
                    int w0 = order.get(pass, beat, row, array.place(column, 0));
                    image.field(w0, array.fieldBits());
                    if (array.multiplier() == Multiplier.PACKED) {
                        int w1 = order.get(pass, beat, row, array.place(column, 1));
                        image.field(DspPacking.upper(w1, w0), array.fieldBits());
                    }
                }
                image.end();
            }
        }
        return image.text();
    }
}
