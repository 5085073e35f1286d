package systole.plan.unit;

/** The resources that an array and its weights are expected to need. */
final class MacCost {
    /** The counter of the weights' addresses. */
    private static final int CONTROL = 26;

    private MacCost() {}

    /**
     * The cost of an array.
     *
     * @param accBits bits of a sum
     * @param canary see {@link DspPacking}
     */
    static Cost of(MacArray array, int accBits, int canary) {
        Cost weights = array.weight().isPresent() ? array.weightMemory().cost().times(array.columns()) : Cost.NONE;
        int delayed = array.shared() ? array.fold().simd() : array.columns();
        int skew = Math.max(0, delayed - 2) * array.x().bits();
        // The first sum of a drain chain enters it without a multiplexer.
        int drained = array.columns() * columnLuts(array, accBits, canary) - array.chains() * accBits;
        return new Cost(dsps(array), drained + skew + CONTROL, 0).plus(weights);
    }

    private static int dsps(MacArray array) {
        return switch (array.multiplier()) {
            case NONE, FABRIC -> 0;
            case DSP, PACKED -> array.columns() * array.fold().simd();
        };
    }

    /**
     * The LUTs of a column: products and their cascade if they are in LUTs, then an accumulator and a station of the
     * drain for each lane.
     */
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

    /** The width of the sum over the rows at one Booth digit. */
    private static int place(MacArray array) {
        int rows = array.fold().simd();
        return array.x().signedBits() + 2 + Integer.SIZE - Integer.numberOfLeadingZeros(rows - 1);
    }

    /**
     * A running sum, two bits wider than the element, with its carry, and shift registers for the bits that leave it.
     */
    private static int booth(MacArray array) {
        return digits(array) * (array.x().signedBits() + 3);
    }

    private static int tree(MacArray array) {
        return (digits(array) - 1) * (place(array) + 2);
    }
}
