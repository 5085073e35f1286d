package systole.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import systole.engine.clamp.ClampEngine;
import systole.engine.mac.MacEngine;
import systole.engine.mac.MacShape;
import systole.engine.maxpool.MaxPoolEngine;
import systole.engine.pair.PairEngine;
import systole.engine.requant.Requantized;
import systole.form.requant.MultiplyShift;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Padding.Automatic;
import systole.network.Range;
import systole.network.Shape;
import systole.network.Window;
import systole.op.Pairing;
import systole.op.Weights;
import systole.target.chip.ChipFamilies;

/** Engines with round numbers, for tests that know the answer. */
public final class Examples {
    private Examples() {}

    /** 3x3, stride 1, same padding, 4 to 6 channels on 5x5. */
    public static MacEngine convolution() {
        return convolution("conv", 5, 4, 6);
    }

    /** 3x3, stride 1, same padding, on a square of so many pixels a side; unfolded. */
    public static MacEngine convolution(String name, int side, int in, int out) {
        return array(name, new Window(3, 3, 1, 1, 1, 1, Automatic.SAME), side, in, out);
    }

    /** 1x1 on a single pixel; unfolded. */
    public static MacEngine dense(String name, int in, int out) {
        return array(name, Window.POINT, 1, in, out);
    }

    /** 1x1 on a single pixel, all of whose weights are alike; unfolded. */
    public static MacEngine dense(String name, int in, int out, int weight) {
        int[] weights = new int[in * out];
        Arrays.fill(weights, weight);
        return array(name, Window.POINT, 1, in, out, weights);
    }

    private static MacEngine array(String name, Window window, int side, int in, int out) {
        int taps = window.kernelH() * window.kernelW();
        int[] weights =
                IntStream.range(0, out * taps * in).map(i -> i * 7 % 11 - 5).toArray();
        return array(name, window, side, in, out, weights);
    }

    private static MacEngine array(String name, Window window, int side, int in, int out, int[] weights) {
        int taps = window.kernelH() * window.kernelW();
        Weights values = new Weights(new IntTensor(List.of(out, taps, in), weights), IntType.INT8);
        return new MacEngine(
                name,
                new MacShape(window.on(side, side), in, out, 1),
                IntType.INT8,
                0,
                values,
                scaled(out),
                IntType.INT8,
                ChipFamilies.usual());
    }

    /** {@code (sum * 3) >> 8}, for each channel. */
    public static Requantized scaled(int channels) {
        long[] mult =
                Collections.nCopies(channels, 3L).stream().mapToLong(m -> m).toArray();
        long[] half =
                Collections.nCopies(channels, 128L).stream().mapToLong(m -> m).toArray();
        MultiplyShift form = new MultiplyShift(16, 2, 8, mult, half, half, false, 0, -128, 127);
        return new Requantized(
                form, Collections.nCopies(channels, 0L), ChipFamilies.usual().dsp());
    }

    /** 2x2, stride 2, on a square of so many pixels a side; unfolded. */
    public static MaxPoolEngine maxPool(String name, int side, int channels) {
        Window window = new Window(2, 2, 2, 2, 1, 1, Automatic.VALID);
        return new MaxPoolEngine(name, window.on(side, side), channels, IntType.INT8);
    }

    /** int8 elements held between -100 and 100. */
    public static ClampEngine clamp(String name, Shape shape, int lanes) {
        return new ClampEngine(name, IntType.INT8, -100, 100, shape.channels(), shape.elements(), new Fold(lanes, 1));
    }

    /** Plain int8 elements added. */
    public static PairEngine add(String name, Shape shape, int lanes) {
        return new PairEngine(
                name,
                IntType.INT8,
                IntType.INT8,
                new Pairing.Elements(false),
                new Range(-256, 254),
                scaled(1),
                IntType.INT8,
                shape.channels(),
                shape.elements(),
                new Fold(lanes, 1));
    }
}
