package systole.layer.resize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import systole.layer.Kinds;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

class ResizeNearestTest {
    private static final Quantized INT8 = new Quantized(IntType.INT8, 0.1, -20);

    @Property
    void everyPositionSeveralTimes(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int tall,
            @ForAll @IntRange(min = 1, max = 4) int wide) {
        Random r = new Random(seed);
        TensorType input = Kinds.type(INT8, 1 + r.nextInt(4), 1 + r.nextInt(4), 1 + r.nextInt(3));
        Shape in = input.shape();
        ResizeNearest resize = ResizeNearest.resizeNearest(in.height() * tall, in.width() * wide)
                .get();
        int[] frame = Kinds.frame(r, input);
        Shape out = Kinds.infer(resize, input).shape();
        assertEquals(Shape.of(in.height() * tall, in.width() * wide, in.channels()), out);
        int[] expected = new int[out.elements()];
        for (int i = 0; i < expected.length; i++) {
            int y = i / out.channels() / out.width() / tall;
            int x = i / out.channels() % out.width() / wide;
            expected[i] = frame[(y * in.width() + x) * in.channels() + i % out.channels()];
        }
        assertArrayEquals(expected, Kinds.run(resize, input, frame));
    }

    @Test
    void sequences() {
        TensorType input = Kinds.type(INT8, 2, 2);
        ResizeNearest resize = new ResizeNearest(1, 4);
        assertEquals(Kinds.type(INT8, 4, 2), Kinds.infer(resize, input));
        assertArrayEquals(new int[] {1, 2, 1, 2, 3, 4, 3, 4}, Kinds.run(resize, input, 1, 2, 3, 4));
    }

    @Test
    void refusals() {
        assertEquals(
                List.of("resize_nearest: 5 x 4 positions are no multiple of 2 x 2"),
                Kinds.problems(new ResizeNearest(5, 4), Kinds.type(INT8, 2, 2, 3)));
        assertEquals(
                List.of("resize_nearest: an input [2, 3] cannot grow to 2 x 4 positions"),
                Kinds.problems(new ResizeNearest(2, 4), Kinds.type(INT8, 2, 3)));
        assertEquals(
                List.of("resize_nearest: the input is [3], not [width, channels] or [height, width, channels]"),
                Kinds.problems(new ResizeNearest(2, 4), Kinds.type(INT8, 3)));
    }
}
