package systole.form.requant;

import java.util.Arrays;
import java.util.stream.IntStream;
import systole.network.Range;
import systole.target.chip.DspSlice;

/**
 * The form that counts thresholds: {@code y = base + number of thresholds[c] <= t}, where t is the accumulator
 * saturated to accBits, signed.
 *
 * <p>Every row has {@code 2^q - 1} thresholds in ascending order, so that q comparisons find the count. A threshold of
 * {@link #always()} counts for every t. A threshold of {@link #never()} lies just above every t, and with it the
 * comparison must be {@link #thresholdBits()} wide.
 *
 * @param accBits width of t, signed
 * @param base the output where no threshold counts
 * @param thresholds [channels][2^q - 1], q from 0 to 8
 */
public record ThresholdForm(int accBits, int base, long[][] thresholds) implements RequantForm {
    /** The largest q. */
    public static final int MAX_BITS = 8;

    public ThresholdForm {
        thresholds = copy(thresholds);
        if (accBits < 1 || accBits > 62) {
            throw new IllegalArgumentException("accumulators of " + accBits + " bits");
        }
        if (thresholds.length == 0) {
            throw new IllegalArgumentException("at least one channel has thresholds");
        }
        int count = thresholds[0].length;
        if ((count & (count + 1)) != 0 || count >= 1 << MAX_BITS) {
            throw new IllegalArgumentException("a row of thresholds has 2^q - 1 entries, not " + count);
        }
        Range allowed = new Range(always(accBits), never(accBits));
        for (long[] row : thresholds) {
            if (row.length != count) {
                throw new IllegalArgumentException("rows of " + count + " and of " + row.length + " thresholds");
            }
            for (int i = 0; i < count; i++) {
                if (!allowed.contains(row[i]) || (i > 0 && row[i - 1] > row[i])) {
                    throw new IllegalArgumentException("thresholds ascend within " + allowed + ", not " + row[i]);
                }
            }
        }
    }

    /** The threshold that every t reaches, which is the least t. */
    public long always() {
        return always(accBits);
    }

    /** The threshold that no t reaches, which is one more than the largest t. */
    public long never() {
        return never(accBits);
    }

    static long always(int accBits) {
        return Range.ofSigned(accBits).lo();
    }

    static long never(int accBits) {
        return Range.ofSigned(accBits).hi() + 1;
    }

    /**
     * The signed width that holds every threshold and every t: accBits, or one bit more if some threshold never counts.
     */
    public int thresholdBits() {
        return Arrays.stream(thresholds).flatMapToLong(Arrays::stream).anyMatch(t -> t == never())
                ? accBits + 1
                : accBits;
    }

    /** The number q of comparisons, one after another, that find the count. */
    public int comparisons() {
        return Integer.bitCount(thresholds[0].length);
    }

    @Override
    public int channels() {
        return thresholds.length;
    }

    @Override
    public int apply(int channel, long accumulator) {
        return base
                + Ascending.countUpTo(
                        thresholds[channel], Range.ofSigned(accBits).clamp(accumulator));
    }

    @Override
    public int dsps(DspSlice slice) {
        return 0;
    }

    @Override
    public long[][] thresholds() {
        return copy(thresholds);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThresholdForm that
                && accBits == that.accBits
                && base == that.base
                && Arrays.deepEquals(thresholds, that.thresholds);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(thresholds) * 31 + base;
    }

    private static long[][] copy(long[][] rows) {
        return IntStream.range(0, rows.length).mapToObj(i -> rows[i].clone()).toArray(long[][]::new);
    }
}
