package systole.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.layer.concat.Concat;
import systole.layer.pad.Pad;
import systole.layer.reshape.Flatten;
import systole.layer.reshape.Reshape;
import systole.layer.reverse.Reverse;
import systole.layer.slice.Slice;
import systole.layer.support.Axis;
import systole.layer.transpose.Transpose;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.Span;
import systole.network.TensorType;

/** concat, pad, flatten, reshape, slice, transpose and reverse. */
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

    private static Optional<Span> span(Random r, int size) {
        int first = r.nextInt(size);
        int step = 1 + r.nextInt(3);
        return r.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(new Span(first, 1 + r.nextInt((size - 1 - first) / step + 1), step));
    }

    @Property
    void slices(@ForAll long seed) {
        Random r = new Random(seed);
        TensorType input = Kinds.type(INT8, 1 + r.nextInt(5), 1 + r.nextInt(5), 1 + r.nextInt(5));
        Shape in = input.shape();
        Slice slice = new Slice(span(r, in.height()), span(r, in.width()), span(r, in.channels()));
        int[] frame = Kinds.frame(r, input);
        int[] expected = IntStream.range(0, in.elements())
                .filter(i -> slice.rows(in).holds(i / in.channels() / in.width())
                        && slice.columns(in).holds(i / in.channels() % in.width())
                        && slice.channels(in).holds(i % in.channels()))
                .map(i -> frame[i])
                .toArray();
        assertEquals(expected.length, Kinds.infer(slice, input).shape().elements());
        assertArrayEquals(expected, Kinds.run(slice, input, frame));
    }

    @Test
    void sliceRefusals() {
        assertEquals(
                List.of(
                        "slice: the last of the rows is number 4, counted from 0, of 4",
                        "slice: the last of the channels is number 2, counted from 0, of 2"),
                Kinds.problems(Slice.slice().rows(2, 2, 2).channels(2, 1, 1).get(), Kinds.type(INT8, 4, 3, 2)));
        assertEquals(
                List.of("slice: the last of the rows is number 1, counted from 0, of 1"),
                Kinds.problems(Slice.slice().rows(1, 1, 1).get(), Kinds.type(INT8, 3, 2)));
    }

    /** Element {@code i} of the result is the element of the input at the same index, whose parts stand in another order. */
    @Property
    void transpositions(@ForAll long seed) {
        Random r = new Random(seed);
        List<Integer> dims = r.ints(2 + r.nextInt(4), 1, 4).boxed().toList();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, dims.size()).boxed().toList());
        Collections.shuffle(order, r);
        int elements = dims.stream().reduce(1, (a, b) -> a * b);
        TensorType input = Kinds.type(INT8, elements);
        Transpose transpose = new Transpose(dims, order, Optional.of(Shape.of(elements)));
        int[] frame = Kinds.frame(r, input);
        int[] expected = new int[elements];
        for (int i = 0; i < elements; i++) {
            int to = 0;
            for (int d : order) {
                int inside = dims.stream().skip(d + 1L).reduce(1, (a, b) -> a * b);
                to = to * dims.get(d) + i / inside % dims.get(d);
            }
            expected[to] = frame[i];
        }
        assertArrayEquals(expected, Kinds.run(transpose, input, frame));
    }

    @Test
    void transpositionRefusals() {
        TensorType input = Kinds.type(INT8, 2, 3, 4);
        assertEquals(
                Kinds.type(INT8, 4, 2, 3),
                Kinds.infer(Transpose.transpose(2, 0, 1).get(), input));
        assertEquals(
                List.of("transpose: the order [0, 0, 1] does not have each of the dimensions [2, 3, 4] once"),
                Kinds.problems(Transpose.transpose(0, 0, 1).get(), input));
        assertEquals(
                List.of("transpose: the input [2, 3, 4] has 24 elements and [5, 5] has 25"),
                Kinds.problems(Transpose.transpose(1, 0).dims(5, 5).get(), input));
        assertEquals(
                List.of("transpose: the result [3, 2, 2, 2] has more than three dimensions"),
                Kinds.problems(Transpose.transpose(1, 0, 2, 3).dims(2, 3, 2, 2).get(), input));
        assertEquals(
                List.of("transpose: the input [2, 3, 4] has 24 elements and [23] has 23"),
                Kinds.problems(Transpose.transpose(0, 2, 1).shape(23).get(), input));
    }

    @Property
    void reversals(@ForAll long seed, @ForAll Axis axis) {
        Random r = new Random(seed);
        TensorType input = Kinds.type(INT8, 1 + r.nextInt(4), 1 + r.nextInt(4), 1 + r.nextInt(4));
        Shape in = input.shape();
        int[] frame = Kinds.frame(r, input);
        int[] expected = new int[frame.length];
        for (int i = 0; i < expected.length; i++) {
            int y = i / in.channels() / in.width();
            int x = i / in.channels() % in.width();
            int c = i % in.channels();
            expected[i] = switch (axis) {
                case HEIGHT -> at(in, frame, in.height() - 1 - y, x, c);
                case WIDTH -> at(in, frame, y, in.width() - 1 - x, c);
                case CHANNELS -> at(in, frame, y, x, in.channels() - 1 - c);
            };
        }
        assertArrayEquals(expected, Kinds.run(new Reverse(axis), input, frame));
    }
}
