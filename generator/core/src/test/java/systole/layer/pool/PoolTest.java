package systole.layer.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import systole.layer.Kinds;
import systole.network.Activation;
import systole.network.IntType;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window;

class PoolTest {
    private static final Quantized INT8 = new Quantized(IntType.INT8, 0.5, -3);

    private static int[] naive(Pooling pool, TensorType input, TensorType output, int[] frame) {
        Shape in = input.shape();
        int channels = in.channels();
        Window.Placed placed = pool.window(in).on(in.height(), in.width());
        int[] out = new int[output.shape().elements()];
        for (int i = 0; i < out.length; i++) {
            int y = i / channels / placed.outW();
            int x = i / channels % placed.outW();
            List<Integer> seen = new ArrayList<>();
            for (int kh = 0; kh < placed.window().kernelH(); kh++) {
                for (int kw = 0; kw < placed.window().kernelW(); kw++) {
                    int row = y * placed.window().strideH() - placed.padTop() + kh;
                    int column = x * placed.window().strideW() - placed.padLeft() + kw;
                    if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                        seen.add(frame[(row * in.width() + column) * channels + i % channels]);
                    }
                }
            }
            int value = pool.function() == Pooling.Function.MAX
                    ? Collections.max(seen)
                    : mean(seen.stream().mapToInt(v -> v).sum(), seen.size());
            out[i] = (int) pool.activation().bounds(output.element()).clamp(value);
        }
        return out;
    }

    private static int mean(int sum, int count) {
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    @Property
    void meansAreRoundedHalfAwayFromZero(
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int sum, @ForAll @IntRange(min = 1, max = 999) int n) {
        assertEquals(mean(sum, n), Pooling.mean(sum, n));
    }

    @Property
    void windows(@ForAll long seed, @ForAll boolean max) {
        Random r = new Random(seed);
        int kh = 1 + r.nextInt(3);
        int kw = 1 + r.nextInt(3);
        Padding padding = r.nextBoolean()
                ? Padding.Automatic.SAME
                : new Padding.Explicit(r.nextInt(kh), r.nextInt(kh), r.nextInt(kw), r.nextInt(kw));
        Window window = new Window(kh, kw, 1 + r.nextInt(4), 1 + r.nextInt(4), 1, 1, padding);
        Activation activation = r.nextBoolean() ? Activation.Named.RELU6 : Activation.Named.NONE;
        TensorType input = Kinds.type(INT8, 3 + r.nextInt(6), 3 + r.nextInt(6), 1 + r.nextInt(4));
        agrees(max ? new MaxPool2d(window, activation) : new AvgPool2d(window, activation), input, r);
    }

    @Property
    void wholeInputs(@ForAll long seed, @ForAll boolean max) {
        Random r = new Random(seed);
        IntType type = new IntType(1 + r.nextInt(16), r.nextBoolean());
        TensorType input =
                Kinds.type(Kinds.quantized(r, type, 1), 1 + r.nextInt(9), 1 + r.nextInt(9), 1 + r.nextInt(9));
        agrees(max ? new GlobalMaxPool() : new GlobalAvgPool(), input, r);
    }

    private static void agrees(Pooling pool, TensorType input, Random random) {
        int[] frame = Kinds.frame(random, input);
        assertArrayEquals(naive(pool, input, Kinds.infer(pool, input), frame), Kinds.run(pool, input, frame));
    }

    @Test
    void shapes() {
        MaxPool2d half = MaxPool2d.maxpool2d().kernel(2).get();
        assertEquals(Kinds.type(INT8, 4, 3, 5), Kinds.infer(half, Kinds.type(INT8, 9, 7, 5)));
        MaxPool2d along = MaxPool2d.maxpool2d().kernel(1, 2).get();
        assertEquals(Kinds.type(INT8, 4, 5), Kinds.infer(along, Kinds.type(INT8, 8, 5)));
        assertEquals(Kinds.type(INT8, 1, 1, 5), Kinds.infer(new GlobalAvgPool(), Kinds.type(INT8, 8, 8, 5)));
        assertEquals(Kinds.type(INT8, 1, 5), Kinds.infer(new GlobalMaxPool(), Kinds.type(INT8, 8, 5)));
    }

    @Test
    void refusals() {
        AvgPool2d padded = AvgPool2d.avgpool2d()
                .kernel(2)
                .padding(new Padding.Explicit(2, 0, 0, 0))
                .get();
        assertEquals(
                List.of("avgpool2d: some windows would hold nothing but padding"),
                Kinds.problems(padded, Kinds.type(INT8, 4, 4, 1)));
        assertEquals(
                List.of("avgpool2d: the input is [4], not [width, channels] or [height, width, channels]"),
                Kinds.problems(padded, Kinds.type(INT8, 4)));
        MaxPool2d tall = MaxPool2d.maxpool2d()
                .kernel(2, 1)
                .stride(1)
                .padding(new Padding.Explicit(1, 1, 0, 0))
                .get();
        assertEquals(
                List.of("maxpool2d: an input [4, 4] cannot grow to 2 x 4 positions"),
                Kinds.problems(tall, Kinds.type(INT8, 4, 4)));
        Window dilated = new Window(2, 2, 1, 1, 2, 2, Padding.Automatic.VALID);
        assertThrows(IllegalArgumentException.class, () -> new MaxPool2d(dilated, Activation.Named.NONE));
    }
}
