package systole.engine.array;

import systole.network.IntType;
import systole.rtl.MemoryImage;

/**
 * A way to multiply in the columns of a {@link SystolicArray}. A new way takes a class in this package and a line in
 * {@link Multipliers}.
 */
public interface Multiplier {
    /** The word for this way in a build request. */
    String key();

    /** The name in one or two words for tables; empty if nothing multiplies. */
    String label();

    /** Describes an array with this number of products for the head of a module. */
    String title(int products);

    /** True if DSP slices make the products. */
    boolean dsp();

    /** The number of output channels that a column computes. */
    default int lanes() {
        return 1;
    }

    /**
     * Cycles from operands to a product. With several rows in LUTs, the cycles from the sums of the digits to their
     * total.
     */
    int latency(int rows, int weightBits);

    /** True if this way computes every sum of an array exactly. */
    boolean suits(SystolicArray array, int accBits, WeightOrder order);

    /** The number of canary bits beside the cascade of an array that {@link #suits}. */
    default int canary(SystolicArray array, int accBits, WeightOrder order) {
        return 0;
    }

    /** The width of a weight in memory. */
    default int fieldBits(IntType weight) {
        return weight.bits();
    }

    /** Appends the weights of all lanes of a column for one row, beginning with the lowest lane. */
    default void image(int[] lanes, int fieldBits, MemoryImage image) {
        image.field(lanes[0], fieldBits);
    }

    /** The number of DSP slices of a column. */
    int columnDsps(SystolicArray array);

    /**
     * The LUTs of a column: products and their cascade if they are in LUTs, then an accumulator and a station of the
     * drain for each lane.
     *
     * @param accBits bits of a sum
     * @param canary see {@link #canary}
     */
    int columnLuts(SystolicArray array, int accBits, int canary);
}
