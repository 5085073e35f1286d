package systole.form.requant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import systole.network.Range;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantizer;
import systole.network.Requantizers;
import systole.op.RequantTask;
import systole.target.chip.ChipFamilies;

/** The direct form of requantizers that are written as a product, an addition and a shift. */
class AffineFormTest {
    private static RequantTask task(List<Double> scales, List<Range> ranges) {
        Requantizer f = Requantizers.of(new Scaled(ScaleRounding.REDUCED, scales), 1, 1);
        return new RequantTask(f, ranges, 0, -32768, 32767);
    }

    private static Range range(Random random) {
        long width = 1L << random.nextInt(8, 40);
        return new Range(-random.nextLong(width), random.nextLong(width));
    }

    /** The proof by steps, which the form does not need, agrees. */
    @Property(tries = 60)
    void isProvedByStepsAsWell(@ForAll long seed) {
        Random random = new Random(seed);
        int channels = 1 + random.nextInt(3);
        double base = Math.pow(2, -random.nextDouble(3, 30));
        RequantTask task = task(
                IntStream.range(0, channels)
                        .mapToObj(c -> base * random.nextDouble(0.05, 1))
                        .toList(),
                IntStream.range(0, channels).mapToObj(c -> range(random)).toList());
        RequantForm form = RequantPlanner.choose(task, ChipFamilies.usual().dsp());
        assertEquals(Optional.empty(), RequantProof.of(task, form).difference());
    }

    /** Factors of 31 bits at accumulators of 31 bits, among which no search finds a narrower one. */
    @Property(tries = 30)
    void twoRoundingsAreOneAddition(@ForAll long seed) {
        Random random = new Random(seed);
        double scale = Math.pow(2, -random.nextDouble(0, 20));
        Requantizer f = Requantizers.of(new Scaled(ScaleRounding.DOUBLE, List.of(scale)), 1, 1);
        int bits = random.nextInt(8, 31);
        Range range = new Range(-random.nextLong(1L << bits), random.nextLong(1L << bits));
        RequantTask task = new RequantTask(f, List.of(range), 0, -32768, 32767);
        Optional<MultiplyShift> direct =
                AffineForm.of(task, ChipFamilies.usual().dsp());
        assertTrue(direct.isPresent(), "scale " + scale + ", " + range);
        assertEquals(Optional.empty(), RequantProof.of(task, direct.get()).difference());
        RequantForm chosen = RequantPlanner.choose(task, ChipFamilies.usual().dsp());
        assertEquals(Optional.empty(), RequantProof.of(task, chosen).difference());
    }

    @Example
    void manyChannelsAreQuick() {
        Random random = new Random(7);
        int channels = 2048;
        RequantTask task = task(
                random.doubles(channels, 1e-6, 1e-5).boxed().toList(),
                Collections.nCopies(channels, new Range(-1L << 33, 1L << 33)));
        RequantForm form = assertTimeout(
                Duration.ofSeconds(5),
                () -> RequantPlanner.choose(task, ChipFamilies.usual().dsp()));
        assertTrue(form.dsps(ChipFamilies.usual().dsp()) <= 2);
    }

    @Example
    void fewOutputsAreSearched() {
        RequantTask task = new RequantTask(
                Requantizers.of(new Scaled(ScaleRounding.REDUCED, List.of(0.01)), 1, 1),
                List.of(new Range(-100000, 100000)),
                0,
                -128,
                127);
        assertEquals(Optional.empty(), AffineForm.of(task, ChipFamilies.usual().dsp()));
    }
}
