package systole.form.requant;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.form.requant.References.Mode;
import systole.network.Range;
import systole.network.Requantizer;
import systole.op.RequantTask;
import systole.target.chip.ChipFamilies;

class RequantPlannerTest {
    private static final Range INT8 = new Range(-128, 127);
    private static final Range UINT8 = new Range(0, 255);
    private static final Range INT4 = new Range(-8, 7);
    private static final Range INT16 = new Range(-32768, 32767);

    @Property
    void everyModeIsEqualAtEightBits(
            @ForAll Mode mode, @ForAll @IntRange(min = 6, max = 26) int bits, @ForAll long seed) {
        assertChosenEqual(mode, INT8, bits, seed);
        assertChosenEqual(mode, UINT8, bits, seed + 1);
    }

    @Property
    void everyModeIsEqualAtFourBits(
            @ForAll Mode mode, @ForAll @IntRange(min = 3, max = 24) int bits, @ForAll long seed) {
        assertChosenEqual(mode, INT4, bits, seed);
    }

    /** Float products have 24 bits, which 65536 levels can tell from a product; so that mode may be refused. */
    @Property(tries = 60)
    void everyIntegerModeIsEqualAtSixteenBits(
            @ForAll Mode mode, @ForAll @IntRange(min = 8, max = 24) int bits, @ForAll long seed) {
        assertChosenEqual(mode == Mode.FLOAT_HALF_EVEN ? Mode.DOUBLE : mode, INT16, bits, seed);
    }

    @Property
    void thresholdsAreEqual(
            @ForAll @IntRange(min = 1, max = 255) int count,
            @ForAll @IntRange(min = 1, max = 30) int bits,
            @ForAll long seed) {
        Random random = new Random(seed);
        Range range = randomRange(random, bits);
        long[][] rows = IntStream.range(0, 3)
                .mapToObj(c -> References.randomThresholds(random, count, range.lo() - 5, range.hi() + 5))
                .toArray(long[][]::new);
        assertChosenEqual(
                new RequantTask(References.thresholds(rows), List.of(range, range, range), 0, 0, count), random);
    }

    @Property
    void accumulatorsOfFortyBitsAreSafe(@ForAll long seed) {
        Random random = new Random(seed);
        Range range = randomRange(random, 41);
        long divisor = random.nextLong(1, 1 << 20) << random.nextInt(20);
        Requantizer f = (c, x) -> Math.floorDiv(x, divisor);
        assertChosenEqual(new RequantTask(f, List.of(range), random.nextInt(256) - 128, -128, 127), random);
    }

    @Example
    void aPlainShiftNeedsNoMultiplier() {
        for (Mode mode : List.of(Mode.POW2_FLOOR, Mode.POW2_HALF_UP, Mode.POW2_HALF_AWAY, Mode.POW2_HALF_EVEN)) {
            MultiplyShift form = chooseShift(mode, new Range(-100000, 100000), 1 / 64.0, 1 / 64.0);
            assertEquals(0, form.dsps(ChipFamilies.usual().dsp()), mode.toString());
            assertEquals(6, form.shift(), mode.toString());
            assertArrayEquals(new long[] {1, 1}, form.mult(), mode.toString());
            assertEquals(mode == Mode.POW2_HALF_EVEN, form.tiesToEven(), mode.toString());
            assertEquals(mode == Mode.POW2_HALF_AWAY, form.signedAdd(), mode.toString());
        }
    }

    @Example
    void channelsOfOneLayerShareTheShift() {
        MultiplyShift form = chooseShift(Mode.POW2_HALF_UP, new Range(-100000, 100000), 1 / 64.0, 1 / 256.0);
        assertEquals(8, form.shift());
        assertArrayEquals(new long[] {4, 1}, form.mult());
        assertArrayEquals(new long[] {128, 128}, form.addPositive());
    }

    @Example
    void accumulatorsAreSaturatedToTheirActiveSpan() {
        MultiplyShift form = chooseShift(Mode.POW2_FLOOR, new Range(-1L << 40, 1L << 40), 1 / 16.0);
        assertEquals(12, form.accBits(), "steps from -127 * 16 to 127 * 16");
    }

    @Example
    void aConstantLayerIsAConstant() {
        RequantTask task = new RequantTask((c, x) -> 7, List.of(new Range(-500, 500), new Range(3, 3)), 5, -128, 127);
        MultiplyShift form = assertInstanceOf(
                MultiplyShift.class,
                RequantPlanner.choose(task, ChipFamilies.usual().dsp()));
        assertAll(
                () -> assertArrayEquals(new long[] {0, 0}, form.mult()),
                () -> assertEquals(0, form.dsps(ChipFamilies.usual().dsp())),
                () -> assertEquals(12, form.apply(0, -500)),
                () -> assertEquals(12, form.apply(1, 3)));
    }

    @Example
    void unevenStepsTakeThresholds() {
        long[] uneven = {-1000, -999, 0, 5, 6, 7, 20000};
        RequantTask task = new RequantTask(
                References.thresholds(uneven, uneven), List.of(new Range(-30000, 30000), new Range(2, 6)), 0, 0, 7);
        ThresholdForm form = assertInstanceOf(
                ThresholdForm.class,
                RequantPlanner.choose(task, ChipFamilies.usual().dsp()));
        assertArrayEquals(uneven, form.thresholds()[0]);
        assertArrayEquals(
                new long[] {form.always(), form.always(), form.always(), 5, 6, form.never(), form.never()},
                form.thresholds()[1]);
    }

    @Example
    void unevenStepsToSixteenBitsAreRefused() {
        Requantizer square = (c, x) -> x * x;
        RequantTask task = new RequantTask(square, List.of(new Range(0, 255)), 0, 0, 65535);
        Diagnostic refusal = assertThrows(
                        RefusedException.class,
                        () -> RequantPlanner.choose(task, ChipFamilies.usual().dsp()))
                .diagnostics()
                .get(0);
        assertTrue(refusal.message().contains("0..255"), refusal::message);
        assertTrue(refusal.hint().contains("an output of 8 bits"), refusal::hint);
    }

    @Example
    void aDecreasingFunctionIsRefused() {
        RequantTask falling = new RequantTask((c, x) -> -x, List.of(new Range(0, 9)), 0, -128, 127);
        RequantTask dented = new RequantTask((c, x) -> x == 4 ? 9 : x, List.of(new Range(0, 8)), 0, -128, 127);
        assertThrows(
                IllegalArgumentException.class,
                () -> RequantPlanner.choose(falling, ChipFamilies.usual().dsp()));
        assertThrows(
                IllegalArgumentException.class,
                () -> RequantPlanner.choose(dented, ChipFamilies.usual().dsp()));
    }

    @Example
    void aLargeLayerIsFast() {
        Random random = new Random(1);
        RequantTask task = randomTask(Mode.DOUBLE, INT8, 24, 256, random);
        RequantPlanner.choose(task, ChipFamilies.usual().dsp());
        assertTimeout(
                Duration.ofSeconds(1),
                () -> RequantPlanner.choose(task, ChipFamilies.usual().dsp()));
    }

    private static MultiplyShift chooseShift(Mode mode, Range range, double... scales) {
        RequantTask task =
                new RequantTask(References.of(mode, scales), Collections.nCopies(scales.length, range), 0, -128, 127);
        return assertInstanceOf(
                MultiplyShift.class,
                RequantPlanner.choose(task, ChipFamilies.usual().dsp()));
    }

    private static void assertChosenEqual(Mode mode, Range output, int bits, long seed) {
        Random random = new Random(seed);
        assertChosenEqual(randomTask(mode, output, bits, 1 + random.nextInt(4), random), random);
    }

    /** Scales from 2^-12 to 1, a factor of up to 8 apart; ranges around any bias. */
    private static RequantTask randomTask(Mode mode, Range output, int bits, int channels, Random random) {
        double layer = Math.scalb(1.0, -12) * Math.pow(2, 9 * random.nextDouble());
        double[] scales =
                random.doubles(channels).map(u -> layer * Math.pow(2, 3 * u)).toArray();
        List<Range> reachable = IntStream.range(0, channels)
                .mapToObj(c -> randomRange(random, bits))
                .toList();
        int zero = (int) (output.lo() + random.nextInt((int) (output.hi() - output.lo() + 1)));
        int lo = random.nextBoolean() ? zero : (int) output.lo();
        return new RequantTask(References.of(mode, scales), reachable, zero, lo, (int) output.hi());
    }

    private static Range randomRange(Random random, int bits) {
        long half = 1L << (bits - 1);
        long a = random.nextLong(-half, half);
        long b = random.nextLong(-half, half);
        return new Range(Math.min(a, b), Math.max(a, b));
    }

    private static void assertChosenEqual(RequantTask task, Random random) {
        RequantForm form = RequantPlanner.choose(task, ChipFamilies.usual().dsp());
        assertFalse(form instanceof MultiplyShift shift && shift.productBits() > MultiplyShift.MAX_PRODUCT_BITS);
        for (int c = 0; c < task.channels(); c++) {
            int channel = c;
            points(task.reachable().get(c), Steps.of(task, c), random)
                    .forEach(x -> assertEquals(
                            task.wanted(channel, x), form.apply(channel, x), () -> "at " + x + " of " + task));
        }
    }

    /** Everything where that is little; otherwise all around the steps, and at random. */
    private static LongStream points(Range range, Steps steps, Random random) {
        if (range.hi() - range.lo() <= 1 << 14) {
            return LongStream.rangeClosed(range.lo(), range.hi());
        }
        LongStream around = IntStream.rangeClosed(steps.first() + 1, steps.last())
                .mapToLong(steps::position)
                .flatMap(p -> LongStream.rangeClosed(p - 2, p + 1));
        return LongStream.concat(around, random.longs(1000, range.lo(), range.hi() + 1))
                .filter(range::contains);
    }
}
