package systole.plan.unit;

/** The ways in which an array multiplies. */
public enum Multiplier {
    /** Nothing multiplies, because all weights are 1. */
    NONE(0, 1),
    /** Each product has a DSP slice. */
    DSP(1, 1),
    /** One DSP slice multiplies one activation for two output channels; see {@link DspPacking}. */
    PACKED(2, 2),
    /** LUTs multiply by radix-4 Booth digits. */
    FABRIC(3, 1);

    private final int code;
    private final int lanes;

    Multiplier(int code, int lanes) {
        this.code = code;
        this.lanes = lanes;
    }

    /** {@code KIND} of systole_array. */
    public int code() {
        return code;
    }

    /** The number of output channels that a column computes. */
    public int lanes() {
        return lanes;
    }

    /**
     * Cycles from operands to a product. With several rows in LUTs, the cycles from the sums of the digits to their
     * total.
     */
    int latency(int rows, int weightBits) {
        int digits = (weightBits + 1) / 2;
        return switch (this) {
            case NONE -> 1;
            case DSP, PACKED -> 2;
            case FABRIC -> rows == 1 ? digits : Integer.SIZE - Integer.numberOfLeadingZeros(digits - 1);
        };
    }
}
