package systole.plan.unit;

/** What an array is expected to occupy, its window generator and its output FIFO left out. */
final class MacCost {
    private MacCost() {}

    static Cost of(MacUnit unit) {
        int chains = unit.chains();
        Cost weights = unit.weights().isPresent() ? unit.weightMemory().cost().times(unit.columns()) : Cost.NONE;
        Cost requantizers = unit.requantized()
                .cost(Math.max(1, unit.requantized().form().channels() / chains))
                .times(chains);
        int skew = unit.shared()
                ? unit.fold().simd() * unit.x().bits() / 2
                : unit.fold().pe() * unit.x().bits();
        return new Cost(dsps(unit), unit.columns() * columnLuts(unit) + skew + 40, 0)
                .plus(weights)
                .plus(requantizers);
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
            case PACKED -> sums + unit.canary() * 2 * rows;
            case FABRIC -> sums + rows * boothLuts(unit) + (rows > 1 ? rows * acc : 0);
        };
    }

    private static int boothLuts(MacUnit unit) {
        int x = DspPacking.signedBits(unit.x());
        int digits = (unit.weights().map(w -> DspPacking.signedBits(w.type())).orElse(1) + 1) / 2;
        return digits * (x + 1) + 2 * digits;
    }
}
