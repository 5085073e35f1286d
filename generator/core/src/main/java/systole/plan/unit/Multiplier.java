package systole.plan.unit;

/** What multiplies in an array. */
public enum Multiplier {
    /** Nothing: all weights are 1. */
    NONE(false, 1),
    /** A DSP slice for each product. */
    DSP(true, 1),
    /** A DSP slice for two products of one activation, for two output channels: see {@link DspPacking}. */
    PACKED(true, 2),
    /** Radix-4 Booth digits in LUTs. */
    FABRIC(false, 1);

    private final boolean dsp;
    private final int lanes;

    Multiplier(boolean dsp, int lanes) {
        this.dsp = dsp;
        this.lanes = lanes;
    }

    /** Whether products are made in DSP slices. */
    public boolean dsp() {
        return dsp;
    }

    /** Output channels of a column. */
    public int lanes() {
        return lanes;
    }

    /** Cycles from operands to a product, or, in LUTs with several rows, from the digits' sums to theirs. */
    int latency(int rows, int weightBits) {
        int digits = (weightBits + 1) / 2;
        return switch (this) {
            case NONE -> 1;
            case DSP, PACKED -> 2;
            case FABRIC -> rows == 1 ? digits : Integer.SIZE - Integer.numberOfLeadingZeros(digits - 1);
        };
    }
}
