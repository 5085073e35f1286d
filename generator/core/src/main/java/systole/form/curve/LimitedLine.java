package systole.form.curve;

/**
 * A straight line between two limits: {@code x < xLow ? low : x > xHigh ? high : (x << shift) + add}. The module
 * systole_line computes it.
 *
 * @param shift 0 to 15
 * @param xLow the least argument on the line
 * @param xHigh the greatest argument on the line
 * @param add what is added, modulo 2^16
 * @param low the result below the line
 * @param high the result above the line
 */
public record LimitedLine(int shift, int xLow, int xHigh, int add, int low, int high) implements Curve {
    @Override
    public int apply(int x) {
        return x < xLow ? low : x > xHigh ? high : (short) ((x << shift) + add);
    }

    @Override
    public int latency() {
        return 1;
    }
}
