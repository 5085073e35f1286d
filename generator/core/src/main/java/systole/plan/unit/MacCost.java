package systole.plan.unit;

/** What an array is expected to occupy, its window generator and its output FIFO left out. */
final class MacCost {
    /** Counting the weights' addresses. */
    private static final int CONTROL = 26;

    private MacCost() {}

    static Cost of(MacUnit unit) {
        int chains = unit.chains();
        Cost weights = unit.weights().isPresent() ? unit.weightMemory().cost().times(unit.columns()) : Cost.NONE;
        Cost requantizers = unit.requantized()
                .cost(MacMemories.words(unit), unit.ramb18Worth())
                .times(chains);
        int delayed = unit.shared() ? unit.fold().simd() : unit.columns();
        int skew = Math.max(0, delayed - 2) * unit.x().bits();
        // The first sum of a drain chain enters it without a choice.
        int drained = unit.columns() * columnLuts(unit) - chains * unit.accBits();
        return new Cost(dsps(unit), drained + skew + CONTROL, 0).plus(weights).plus(requantizers);
    }

    private static int dsps(MacUnit unit) {
        return switch (unit.multiplier()) {
            case NONE, FABRIC -> 0;
            case DSP, PACKED -> unit.columns() * unit.fold().simd();
        };
    }

    /** Products and their cascade in LUTs, then an accumulator and a station of the drain for each lane. */
    private static int columnLuts(MacUnit unit) {
        int rows = unit.fold().simd();
        int acc = unit.accBits();
        int sums = (unit.multiplier() == Multiplier.DSP && rows == 1 ? acc : 2 * acc)
                * unit.multiplier().lanes();
        return switch (unit.multiplier()) {
            case NONE, DSP -> sums;
            case PACKED -> sums + unit.canary() * 3 * rows;
            case FABRIC -> sums + (rows == 1 ? booth(unit) : rows * digits(unit) * (place(unit) - 1) + tree(unit));
        };
    }

    private static int digits(MacUnit unit) {
        return (unit.weightBits() + 1) / 2;
    }

    /** Bits of a digit place's sum over the rows. */
    private static int place(MacUnit unit) {
        int rows = unit.fold().simd();
        return unit.x().signedBits() + 2 + Integer.SIZE - Integer.numberOfLeadingZeros(rows - 1);
    }

    /** A running sum of two bits more than the element with its carry, and shift registers for the bits that leave it. */
    private static int booth(MacUnit unit) {
        return digits(unit) * (unit.x().signedBits() + 3);
    }

    private static int tree(MacUnit unit) {
        return (digits(unit) - 1) * (place(unit) + 2);
    }
}
