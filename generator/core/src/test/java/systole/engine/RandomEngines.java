package systole.engine;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import systole.engine.avgpool.AvgPoolEngine;
import systole.engine.mac.MacEngine;
import systole.engine.mac.MacShape;
import systole.engine.maxpool.MaxPoolEngine;
import systole.engine.requant.Requantized;
import systole.form.requant.MultiplyShift;
import systole.form.requant.RequantForm;
import systole.form.requant.ThresholdForm;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Padding;
import systole.network.Range;
import systole.network.Window;
import systole.network.Window.Placed;
import systole.op.Weights;
import systole.target.chip.ChipFamilies;

/** Random engines by seed: every geometry that the planner may ask for, with small tensors. */
public final class RandomEngines {
    private final Random random;

    public RandomEngines(long seed) {
        this.random = new Random(seed);
    }

    private record Axis(int size, int kernel, int stride, int dilation, int before, int after) {}

    /** A window whose every position overlaps the input. */
    public Placed window() {
        Axis y = axis();
        Axis x = axis();
        Padding padding = random.nextInt(3) == 0
                ? Padding.Automatic.SAME
                : new Padding.Explicit(y.before, y.after, x.before, x.after);
        Placed placed =
                new Window(y.kernel, x.kernel, y.stride, x.stride, y.dilation, x.dilation, padding).on(y.size, x.size);
        return placed.fits() ? placed : window();
    }

    private Axis axis() {
        int kernel = 1 + random.nextInt(4);
        int dilation = 1 + random.nextInt(3);
        int extent = (kernel - 1) * dilation + 1;
        int stride = 1 + random.nextInt(4);
        return new Axis(
                1 + random.nextInt(8), kernel, stride, dilation, random.nextInt(extent), random.nextInt(extent));
    }

    /** An unfolded convolution, grouped or not, or a depthwise convolution. */
    public MacEngine mac() {
        return convolution(type(), type());
    }

    /** A convolution with elements and weights of given types. */
    public MacEngine convolution(IntType x, IntType w) {
        int groups = pick(1, 1, 2, 3);
        int depth = pick(1, 1, 2, 3, 4, 6);
        int multiplier = pick(1, 2, 3, 4, 6);
        Placed window = window();
        IntTensor values = new IntTensor(
                List.of(groups * multiplier, window.taps(), depth),
                values(w, groups * multiplier * window.taps() * depth));
        return new MacEngine(
                "conv",
                new MacShape(window, groups * depth, groups * multiplier, groups),
                x,
                between(x.min(), x.max()),
                new Weights(values, w),
                requantized(groups * multiplier),
                new IntType(8, true),
                ChipFamilies.usual());
    }

    /** An unfolded average pooling. */
    public AvgPoolEngine averagePooling() {
        int channels = pick(1, 2, 4, 6);
        Placed window = window();
        int indices = random.nextBoolean() ? 1 : window.outH() * window.outW();
        return new AvgPoolEngine(
                "pool", window, channels, type(), requantized(indices), new IntType(8, true), ChipFamilies.usual());
    }

    /** Biases and a form of any kind, made up: it stands for no requantization in particular. */
    public Requantized requantized(int indices) {
        List<Long> bias = LongStream.generate(() -> between(-500, 500))
                .limit(indices)
                .boxed()
                .toList();
        return new Requantized(
                random.nextBoolean() ? multiplyShift(indices) : thresholds(indices),
                bias,
                ChipFamilies.usual().dsp());
    }

    private RequantForm multiplyShift(int indices) {
        long[] mult = random.longs(indices, 0, 256).toArray();
        mult[0] = 255;
        long[] positive = random.longs(indices, -9999, 9999).toArray();
        long[] negative = random.nextBoolean()
                ? positive
                : random.longs(indices, -9999, 9999).toArray();
        boolean even = random.nextBoolean();
        return new MultiplyShift(
                between(4, 16), 8, between(1, 12), mult, positive, negative, even, between(-9, 9), -100, 110);
    }

    private RequantForm thresholds(int indices) {
        int accBits = between(4, 12);
        Range allowed = Range.ofSigned(accBits);
        int comparisons = random.nextInt(5);
        long[][] rows = IntStream.range(0, indices)
                .mapToObj(i -> random.longs((1 << comparisons) - 1, allowed.lo(), allowed.hi() + 2)
                        .sorted()
                        .toArray())
                .toArray(long[][]::new);
        return new ThresholdForm(accBits, between(-99, 99), rows);
    }

    public MaxPoolEngine maxPool() {
        return new MaxPoolEngine("max", window(), pick(1, 2, 4, 6), type());
    }

    /** One of an engine's foldings; as often one that pads, where there are such, as one that does not. */
    public <E extends Engine> E folded(E engine) {
        List<? extends Engine> foldings =
                engine.paddedFoldings().isEmpty() || random.nextBoolean() ? engine.foldings() : engine.paddedFoldings();
        @SuppressWarnings("unchecked") // an engine folds into its own kind
        E folded = (E) foldings.get(random.nextInt(foldings.size()));
        return folded;
    }

    /** Elements of a type: anywhere, or at its ends. */
    public int[] values(IntType type, int count) {
        boolean ends = random.nextInt(3) == 0;
        return random.ints(count, type.min(), type.max() + 1)
                .map(v -> !ends ? v : random.nextBoolean() ? type.min() : type.max())
                .toArray();
    }

    public IntType type() {
        return new IntType(between(1, 8), random.nextBoolean());
    }

    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private int pick(int... values) {
        return values[random.nextInt(values.length)];
    }
}
