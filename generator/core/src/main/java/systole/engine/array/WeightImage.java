package systole.engine.array;

import java.util.stream.IntStream;
import systole.rtl.MemoryImage;

/** The contents of a weight memory. */
final class WeightImage {
    private WeightImage() {}

    /**
     * The weights of some rows of a column, with a word for each beat in the array's order. A word holds the weights of
     * the rows, the first row lowest. Of several lanes, the weight of the lowest lane is the lowest.
     */
    static String of(SystolicArray array, WeightOrder order, int column, int firstRow, int rows) {
        int lanes = array.multiplier().lanes();
        MemoryImage image = new MemoryImage(rows * lanes * array.fieldBits());
        int[] places =
                IntStream.range(0, lanes).map(lane -> array.place(column, lane)).toArray();
        int[] weights = new int[lanes];
        for (int pass = 0; pass < order.passes(); pass++) {
            for (int beat = 0; beat < order.beats(pass); beat++) {
                for (int row = firstRow; row < firstRow + rows; row++) {
                    for (int lane = 0; lane < lanes; lane++) {
                        weights[lane] = order.get(pass, beat, row, places[lane]);
                    }
                    array.multiplier().image(weights, array.fieldBits(), image);
                }
                image.end();
            }
        }
        return image.text();
    }
}
