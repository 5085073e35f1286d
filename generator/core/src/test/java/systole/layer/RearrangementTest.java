package systole.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.layer.concat.Concat;
import systole.layer.pad.Pad;
import systole.layer.reshape.Flatten;
import systole.layer.reshape.Reshape;
import systole.layer.support.Axis;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/** concat, pad, flatten and reshape. */
class RearrangementTest {
    private static final Quantized INT8 = new Quantized(IntType.INT8, 0.1, -20);

    private static int at(Shape shape, int[] frame, int y, int x, int c) {
        return frame[(y * shape.width() + x) * shape.channels() + c];
    }

    @Property
    void concatenations(@ForAll long seed, @ForAll Axis axis) {
        Random r = new Random(seed);
        int[] sizes = r.ints(2 + r.nextInt(3), 1, 5).toArray();
        List<TensorType> inputs = IntStream.of(sizes)
                .mapToObj(n -> switch (axis) {
                    case HEIGHT -> Kinds.type(INT8, n, 2, 3);
                    case WIDTH -> Kinds.type(INT8, 2, n, 3);
                    case CHANNELS -> Kinds.type(INT8, 2, 3, n);
                })
                .toList();
        List<int[]> frames = inputs.stream().map(t -> Kinds.frame(r, t)).toList();
        Concat concat = Concat.concat().axis(axis).get();
        Shape out = Kinds.infer(concat, inputs.toArray(TensorType[]::new)).shape();
        assertEquals(IntStream.of(sizes).sum(), axis.of(out));
        int[] expected = new int[out.elements()];
        for (int i = 0; i < expected.length; i++) {
            int[] place = {i / out.channels() / out.width(), i / out.channels() % out.width(), i % out.channels()};
            int grows = List.of(Axis.HEIGHT, Axis.WIDTH, Axis.CHANNELS).indexOf(axis);
            int input = 0;
            while (place[grows] >= sizes[input]) {
                place[grows] -= sizes[input++];
            }
            expected[i] = at(inputs.get(input).shape(), frames.get(input), place[0], place[1], place[2]);
        }
        assertArrayEquals(expected, Kinds.run(concat, inputs, frames));
    }

    @Test
    void concatenationRefusals() {
        Quantized other = new Quantized(IntType.INT8, 0.2, -20);
        Concat concat = Concat.concat().get();
        assertEquals(
                List.of("concat: the inputs are int8 scale 0.1 zero -20 and int8 scale 0.2 zero -20"),
                Kinds.problems(concat, Kinds.type(INT8, 2, 3), Kinds.type(other, 2, 3)));
        assertEquals(
                List.of("concat: the inputs are [2, 3] and [3, 3]"),
                Kinds.problems(concat, Kinds.type(INT8, 2, 3), Kinds.type(INT8, 3, 3)));
        assertEquals(
                List.of("concat: an input [3] cannot grow to 1 x 2 positions"),
                Kinds.problems(Concat.concat().axis(Axis.WIDTH).get(), Kinds.type(INT8, 3), Kinds.type(INT8, 3)));
        assertEquals("2 to 16 inputs", concat.arity().toString());
    }

    @Property
    void borders(@ForAll long seed) {
        Random r = new Random(seed);
        TensorType input = Kinds.type(INT8, 1 + r.nextInt(4), 1 + r.nextInt(4), 1 + r.nextInt(3));
        int top = r.nextInt(3);
        int left = r.nextInt(3);
        Pad.Builder builder = Pad.pad(top, r.nextInt(3), left, r.nextInt(3));
        boolean own = r.nextBoolean();
        Pad pad = own ? builder.value(99).get() : builder.get();
        int[] frame = Kinds.frame(r, input);
        Shape in = input.shape();
        Shape out = Kinds.infer(pad, input).shape();
        int[] expected = new int[out.elements()];
        for (int i = 0; i < expected.length; i++) {
            int y = i / out.channels() / out.width() - top;
            int x = i / out.channels() % out.width() - left;
            boolean inside = y >= 0 && y < in.height() && x >= 0 && x < in.width();
            expected[i] = inside ? at(in, frame, y, x, i % out.channels()) : own ? 99 : -20;
        }
        assertArrayEquals(expected, Kinds.run(pad, input, frame));
    }

    @Test
    void borderRefusals() {
        assertEquals(
                List.of("pad: the value 128 is outside int8"),
                Kinds.problems(Pad.pad(1, 1, 1, 1).value(128).get(), Kinds.type(INT8, 2, 2, 2)));
        assertEquals(
                List.of("pad: an input [2, 2] cannot grow to 3 x 4 positions"),
                Kinds.problems(Pad.pad(1, 1, 1, 1).get(), Kinds.type(INT8, 2, 2)));
        assertEquals(Kinds.type(INT8, 5, 2), Kinds.infer(Pad.pad(0, 0, 1, 2).get(), Kinds.type(INT8, 2, 2)));
    }

    @Test
    void shapes() {
        TensorType input = Kinds.type(INT8, 2, 3, 4);
        int[] frame = Kinds.frame(new Random(1), input);
        assertEquals(Kinds.type(INT8, 24), Kinds.infer(new Flatten(), input));
        assertArrayEquals(frame, Kinds.run(new Flatten(), input, frame));
        Reshape reshape = Reshape.reshape(6, 4).get();
        assertEquals(Kinds.type(INT8, 6, 4), Kinds.infer(reshape, input));
        assertArrayEquals(frame, Kinds.run(reshape, input, frame));
        assertEquals(
                List.of("reshape: the input [2, 3, 4] has 24 elements and [5, 5] has 25"),
                Kinds.problems(Reshape.reshape(5, 5).get(), input));
    }
}
