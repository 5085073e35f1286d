package systole.kit;

/**
 * The limits of an MMCME2, which depend on the speed grade of the part (DS181, MMCM specification). Frequencies are in
 * hertz.
 *
 * @param detectorMax the highest frequency of the phase detector
 * @param vcoMax the highest frequency of the oscillator in the loop
 */
record MmcmLimits(double detectorMax, double vcoMax) {
    static final double IN_MIN = 10e6;
    static final double IN_MAX = 800e6;
    static final double OUT_MIN = 4.69e6;
    static final double OUT_MAX = 800e6;
    static final double DETECTOR_MIN = 10e6;
    static final double VCO_MIN = 600e6;
    /** The oscillator stays this far inside its limits, because the input clock is not exact either. */
    private static final double MARGIN = 0.001;

    static final int DIVIDE_MAX = 106;
    static final int MULTIPLY8_MIN = 16;
    static final int MULTIPLY8_MAX = 512;
    static final int OUTPUT8_MAX = 1024;

    /** The limits for a full part such as {@code xc7a35ticsg324-1L}. */
    static MmcmLimits of(String part) {
        return switch (part.charAt(part.indexOf('-') + 1)) {
            case '3' -> new MmcmLimits(550e6, 1600e6);
            case '2' -> new MmcmLimits(500e6, 1440e6);
            default -> new MmcmLimits(450e6, 1200e6);
        };
    }

    /**
     * Whether an output divider is possible. It is 1, or at least 2 in steps of an eighth. Fractions below 2 do not
     * exist.
     */
    static boolean outputs(int output8) {
        return output8 == 8 || (output8 >= 16 && output8 <= OUTPUT8_MAX);
    }

    /** Whether settings keep to all limits. */
    boolean allow(Mmcm m) {
        return in((double) m.inHz(), IN_MIN, IN_MAX)
                && in(m.detectorHz(), DETECTOR_MIN, detectorMax)
                && in(m.vcoHz(), (1 + MARGIN) * VCO_MIN, (1 - MARGIN) * vcoMax)
                && in(m.outHz(), OUT_MIN, OUT_MAX)
                && in(m.multiply8(), MULTIPLY8_MIN, MULTIPLY8_MAX)
                && in(m.divide(), 1, DIVIDE_MAX)
                && outputs(m.output8());
    }

    private static boolean in(double x, double least, double most) {
        return x >= least && x <= most;
    }
}
