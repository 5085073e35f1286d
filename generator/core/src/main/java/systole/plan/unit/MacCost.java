package systole.plan.unit;

/** What an array and its weights are expected to occupy. */
final class MacCost {
    /** Counting the weights' addresses. */
    private static final int CONTROL = 26;

    private MacCost() {}

    /**
     * The cost of an array.
     *
     * @param accBits of a sum
     * @param canary see {@link DspPacking}
     */
    static Cost of(MacArray array, int accBits, int canary) {
        Cost weights = array.weight().isPresent() ? array.weightMemory().cost().times(array.columns()) : Cost.NONE;
        int delayed = array.shared() ? array.fold().simd() : array.columns();
        int skew = Math.max(0, delayed - 2) * array.x().bits();
        // The first sum of a drain chain enters it without a choice.
        int drained = array.columns() * columnLuts(array, accBits, canary) - array.chains() * accBits;
        return new Cost(dsps(array), drained + skew + CONTROL, 0).plus(weights);
    }

    private static int dsps(MacArray array) {
        return switch (array.multiplier()) {
            case NONE, FABRIC -> 0;
            case DSP, PACKED -> array.columns() * array.fold().simd();
        };
    }

    /** Products and their cascade in LUTs, then an accumulator and a station of the drain for each lane. */
    private static int columnLuts(MacArray array, int acc, int canary) {
        int rows = array.fold().simd();
        int sums = (array.multiplier() == Multiplier.DSP && rows == 1 ? acc : 2 * acc)
                * array.multiplier().lanes();
        return switch (array.multiplier()) {
            case NONE, DSP -> sums;
            case PACKED -> sums + canary * 3 * rows;
            case FABRIC -> sums + (rows == 1 ? booth(array) : rows * digits(array) * (place(array) - 1) + tree(array));
        };
    }

    private static int digits(MacArray array) {
        return (array.weightBits() + 1) / 2;
    }

    /** Bits of a digit place's sum over the rows. */
    private static int place(MacArray array) {
        int rows = array.fold().simd();
        return array.x().signedBits() + 2 + Integer.SIZE - Integer.numberOfLeadingZeros(rows - 1);
    }

    /** A running sum of two bits more than the element with its carry, and shift registers for the bits that leave it. */
    private static int booth(MacArray array) {
        return digits(array) * (array.x().signedBits() + 3);
    }

    private static int tree(MacArray array) {
        return (digits(array) - 1) * (place(array) + 2);
    }
}
