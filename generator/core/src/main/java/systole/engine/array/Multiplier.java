package systole.engine.array;

import systole.network.IntType;
import systole.rtl.MemoryImage;

/** A way to multiply in the columns of a {@link SystolicArray}. A new one is a class here and a line in {@link Multipliers}. */
public interface Multiplier {
    /** The word for it in a build request. */
    String key();

    /** In a word or two for tables; empty where nothing is multiplied. */
    String label();

    /** What so many columns times rows of it are, for the head of a module. */
    String title(int products);

    /** {@code KIND} of systole_array. */
    int code();

    /** Output channels of a column. */
    default int lanes() {
        return 1;
    }

    /** Cycles from operands to a product, or, in LUTs with several rows, from the digits' sums to theirs. */
    int latency(int rows, int weightBits);

    /** True if it computes every sum of an array exactly. */
    boolean suits(SystolicArray array, int accBits, WeightOrder order);

    /** Bits of the upper lane's sums that are kept beside the cascade of an array that {@link #suits}. */
    default int canary(SystolicArray array, int accBits, WeightOrder order) {
        return 0;
    }

    /** Bits of a weight in memory. */
    default int fieldBits(IntType weight) {
        return weight.bits();
    }

    /** Appends the weights of all lanes of a column for one row, the lowest lane first. */
    default void image(int[] lanes, int fieldBits, MemoryImage image) {
        image.field(lanes[0], fieldBits);
    }

    /** DSP slices of a column. */
    int columnDsps(SystolicArray array);

    /**
     * LUTs of a column: products and their cascade, then an accumulator and a station of the drain for each lane.
     *
     * @param accBits bits of a sum
     * @param canary see {@link #canary}
     */
    int columnLuts(SystolicArray array, int accBits, int canary);
}
