package systole.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Settings of a mixed-mode clock manager (MMCME2) that makes one clock from another. The oscillator in its loop runs at
 * the input frequency times the multiplier divided by the first divider. The output frequency is that of the oscillator
 * divided by the output divider.
 *
 * @param inHz the input frequency in hertz
 * @param multiply8 eighths of CLKFBOUT_MULT_F
 * @param divide DIVCLK_DIVIDE
 * @param output8 eighths of CLKOUT0_DIVIDE_F
 */
public record Mmcm(long inHz, int multiply8, int divide, int output8) {
    private static final int EIGHTHS = 8;

    /** The output frequency in hertz, exact except for the rounding to a double. */
    double outHz() {
        return (double) (inHz * multiply8) / ((long) divide * output8);
    }

    /** The frequency of the oscillator in the loop, in hertz. */
    double vcoHz() {
        return (double) (inHz * multiply8) / (EIGHTHS * (long) divide);
    }

    /** The frequency of the phase detector, in hertz. */
    double detectorHz() {
        return (double) inHz / divide;
    }

    /** Whether both factors are whole numbers. Fractions would add jitter. */
    boolean whole() {
        return multiply8 % EIGHTHS == 0 && output8 % EIGHTHS == 0;
    }

    /** The value of CLKIN1_PERIOD, in nanoseconds. */
    String inPeriod() {
        return periodNs((double) inHz);
    }

    /** The value of CLKFBOUT_MULT_F. */
    String multiply() {
        return eighths(multiply8);
    }

    /** The value of CLKOUT0_DIVIDE_F. */
    String output() {
        return eighths(output8);
    }

    /**
     * The period of a clock in nanoseconds. It is rounded down to the picosecond, so that constraints are never too
     * loose.
     */
    static String periodNs(double hz) {
        return BigDecimal.valueOf(1e9 / hz).setScale(3, RoundingMode.FLOOR).toPlainString();
    }

    private static String eighths(int n) {
        return BigDecimal.valueOf(n)
                .divide(BigDecimal.valueOf(EIGHTHS))
                .setScale(3)
                .toPlainString();
    }
}
