package systole.engine.array;

import systole.target.resource.ResourceVector;

/** The resources that an array and its weights are expected to need. */
public final class ArrayCost {
    /** The counter of the weights' addresses. */
    private static final int CONTROL = 26;

    private ArrayCost() {}

    /**
     * The cost of an array.
     *
     * @param accBits bits of a sum
     * @param canary see {@link Multiplier#canary}
     */
    public static ResourceVector of(SystolicArray array, int accBits, int canary) {
        ResourceVector weights =
                array.weight().isPresent() ? array.weightMemory().cost().times(array.columns()) : ResourceVector.NONE;
        int delayed = array.shared() ? array.fold().simd() : array.columns();
        int skew = Math.max(0, delayed - 2) * array.x().bits();
        // The first sum of a drain chain enters it without a multiplexer.
        int drained =
                array.columns() * array.multiplier().columnLuts(array, accBits, canary) - array.chains() * accBits;
        return ResourceVector.dsps(array.columns() * array.multiplier().columnDsps(array))
                .plus(ResourceVector.luts(drained + skew + CONTROL))
                .plus(weights);
    }
}
