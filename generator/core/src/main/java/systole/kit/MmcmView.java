package systole.kit;

/** The limits of a clock manager as its model needs them, in MHz; a little further, for what is computed there. */
public record MmcmView(String detectorMax, String vcoMax) {
    private static final double ROUNDING = 0.1;

    static MmcmView of(MmcmLimits limits) {
        return new MmcmView(
                Decimals.of(limits.detectorMax() / 1e6 + ROUNDING), Decimals.of(limits.vcoMax() / 1e6 + ROUNDING));
    }
}
