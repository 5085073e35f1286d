package systole.form.requant;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import systole.network.Range;
import systole.target.chip.DspSlice;

/**
 * One multiplication, one addition, one shift that is the same for all channels:
 *
 * <pre>
 * t = saturate(acc) to accBits, signed
 * v = t * mult[c] + (t &lt; 0 ? addNegative[c] : addPositive[c])
 * q = v &gt;&gt; shift
 * y = clamp(q - tie + zero, lo, hi)
 * tie = tiesToEven, the low `shift` bits of v are all zero, and q is odd
 * </pre>
 *
 * <p>The adds contain the rounding but not the zero point, so that the test for odd levels sees the level itself. Every
 * v fits {@link #productBits()}.
 *
 * @param accBits width of t, signed
 * @param multBits width of the largest multiplier, unsigned; at least 1
 * @param shift 0 to 62; at least 1 with {@code tiesToEven}
 * @param mult a multiplier for each channel, not negative
 * @param addPositive the add of each channel where t is not negative, in units of 2^-shift output levels
 * @param addNegative the add of each channel where t is negative
 * @param tiesToEven whether a v exactly halfway between two levels, which the adds have turned into a whole level, is
 *     lowered to the even level below
 * @param zero the output's zero point
 * @param lo the least output
 * @param hi the largest output
 */
public record MultiplyShift(
        int accBits,
        int multBits,
        int shift,
        long[] mult,
        long[] addPositive,
        long[] addNegative,
        boolean tiesToEven,
        int zero,
        int lo,
        int hi)
        implements RequantForm {
    /** Widest v: it must be exact in 64 bits with room for one more addition. */
    static final int MAX_PRODUCT_BITS = 63;

    public MultiplyShift {
        mult = mult.clone();
        addPositive = addPositive.clone();
        addNegative = addNegative.clone();
        if (mult.length == 0 || addPositive.length != mult.length || addNegative.length != mult.length) {
            throw new IllegalArgumentException("every channel has a multiplier and two adds");
        }
        if (Arrays.stream(mult).anyMatch(m -> m < 0) || multBits != bits(mult)) {
            throw new IllegalArgumentException("multipliers are unsigned, the largest of " + multBits + " bits");
        }
        if (shift < (tiesToEven ? 1 : 0) || shift > 62) {
            throw new IllegalArgumentException("a shift by " + shift);
        }
        if (lo > hi) {
            throw new IllegalArgumentException("outputs from " + lo + " to " + hi);
        }
        if (accBits + multBits > MAX_PRODUCT_BITS
                || productBits(accBits, mult, addPositive, addNegative) > MAX_PRODUCT_BITS) {
            throw new IllegalArgumentException("a product of more than " + MAX_PRODUCT_BITS + " bits");
        }
    }

    /** The width of the largest of some unsigned numbers, at least 1. */
    static int bits(long[] unsigned) {
        long all = Arrays.stream(unsigned).reduce(0, (a, b) -> a | b);
        return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(all));
    }

    @Override
    public int channels() {
        return mult.length;
    }

    @Override
    public int apply(int channel, long accumulator) {
        long t = Range.ofSigned(accBits).clamp(accumulator);
        long v = t * mult[channel] + (t < 0 ? addNegative[channel] : addPositive[channel]);
        long level = v >> shift;
        boolean tie = tiesToEven && level << shift == v && (level & 1) == 1;
        return (int) Math.max(lo, Math.min(hi, level - (tie ? 1 : 0) + zero));
    }

    /** Whether the add depends on the sign of t in some channel. */
    public boolean signedAdd() {
        return !Arrays.equals(addPositive, addNegative);
    }

    /** The least width of a signed number that holds every add. */
    public int addBits() {
        LongSummaryStatistics adds = LongStream.concat(Arrays.stream(addPositive), Arrays.stream(addNegative))
                .summaryStatistics();
        return new Range(adds.getMin(), adds.getMax()).signedBits();
    }

    /** The least width of a signed number that holds v for every t of {@code accBits} and every channel. */
    public int productBits() {
        return productBits(accBits, mult, addPositive, addNegative);
    }

    private static int productBits(int accBits, long[] mult, long[] addPositive, long[] addNegative) {
        Range t = Range.ofSigned(accBits);
        return IntStream.range(0, mult.length)
                .map(c -> Math.max(
                        bitsAtEnds(mult[c], addNegative[c], t.lo(), -1),
                        bitsAtEnds(mult[c], addPositive[c], 0, t.hi())))
                .max()
                .orElseThrow();
    }

    private static int bitsAtEnds(long mult, long add, long from, long to) {
        return overflows(from * mult, add) || overflows(to * mult, add)
                ? Long.SIZE + 1
                : new Range(from * mult + add, to * mult + add).signedBits();
    }

    /** True if a sum does not fit into 64 bits, which shows in a sign that neither summand has. */
    private static boolean overflows(long a, long b) {
        return ((a ^ (a + b)) & (b ^ (a + b))) < 0;
    }

    /** No slices are needed if every multiplier is 0 or 1. Products of more than four are not built. */
    @Override
    public int dsps(DspSlice slice) {
        return multBits == 1 ? 0 : slice.slices(accBits, multBits).orElse(Integer.MAX_VALUE);
    }

    @Override
    public long[] mult() {
        return mult.clone();
    }

    @Override
    public long[] addPositive() {
        return addPositive.clone();
    }

    @Override
    public long[] addNegative() {
        return addNegative.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MultiplyShift that
                && accBits == that.accBits
                && shift == that.shift
                && tiesToEven == that.tiesToEven
                && zero == that.zero
                && lo == that.lo
                && hi == that.hi
                && Arrays.equals(mult, that.mult)
                && Arrays.equals(addPositive, that.addPositive)
                && Arrays.equals(addNegative, that.addNegative);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mult) * 31 + Arrays.hashCode(addPositive) + shift;
    }
}
