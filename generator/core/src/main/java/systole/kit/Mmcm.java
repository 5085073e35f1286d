package systole.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Settings of a mixed-mode clock manager (MMCME2) that makes one clock from another: the oscillator of its loop runs at
 * the input times the multiplier over the first divider, its output is that over the output divider.
 *
 * @param inHz the clock that comes in
 * @param multiply8 eighths of CLKFBOUT_MULT_F
 * @param divide DIVCLK_DIVIDE
 * @param output8 eighths of CLKOUT0_DIVIDE_F
 */
public record Mmcm(long inHz, int multiply8, int divide, int output8) {
    private static final int EIGHTHS = 8;

    /** The clock that goes out, in hertz; exact but for the rounding to a double. */
    double outHz() {
        return (double) (inHz * multiply8) / ((long) divide * output8);
    }

    /** The oscillator in the loop, in hertz. */
    double vcoHz() {
        return (double) (inHz * multiply8) / (EIGHTHS * (long) divide);
    }

    /** The phase detector's clock, in hertz. */
    double detectorHz() {
        return (double) inHz / divide;
    }

    /** Whether neither factor is a fraction, which would cost jitter. */
    boolean whole() {
        return multiply8 % EIGHTHS == 0 && output8 % EIGHTHS == 0;
    }

    /** As CLKIN1_PERIOD is written: nanoseconds. */
    String inPeriod() {
        return periodNs((double) inHz);
    }

    /** As CLKFBOUT_MULT_F is written. */
    String multiply() {
        return eighths(multiply8);
    }

    /** As CLKOUT0_DIVIDE_F is written. */
    String output() {
        return eighths(output8);
    }

    /** A clock's period in nanoseconds, to the picosecond: rounded down, so that constraints ask for no less. */
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
