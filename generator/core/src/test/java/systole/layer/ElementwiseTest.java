package systole.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.layer.argmax.Argmax;
import systole.layer.clamp.Clamp;
import systole.layer.clamp.Relu;
import systole.layer.clamp.Relu6;
import systole.layer.constant.Constant;
import systole.layer.lookup.Lookup;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.TensorType;

/** relu, relu6, clamp, constant, lookup and argmax. */
class ElementwiseTest {
    private static final Quantized INT8 = new Quantized(IntType.INT8, 0.1, -20);

    @Test
    void limits() {
        TensorType input = Kinds.type(INT8, 5);
        int[] frame = {-128, -21, -20, 41, 127};
        assertArrayEquals(new int[] {-20, -20, -20, 41, 127}, Kinds.run(new Relu(), input, frame));
        assertArrayEquals(new int[] {-20, -20, -20, 40, 40}, Kinds.run(new Relu6(), input, frame));
        assertArrayEquals(new int[] {-21, -21, -20, 0, 0}, Kinds.run(new Clamp(-21, 0), input, frame));
        assertEquals(input, Kinds.infer(new Relu(), input));
        assertEquals(List.of("clamp: clamp = [0, 128] is no range of int8"), Kinds.problems(new Clamp(0, 128), input));
    }

    @Property
    void tables(@ForAll long seed) {
        Random r = new Random(seed);
        IntType type = new IntType(1 + r.nextInt(8), r.nextBoolean());
        Quantized output = new Quantized(new IntType(10, true), 0.1, 3);
        IntTensor table = Kinds.tensor(r, output.type(), 1 << type.bits());
        Lookup lookup = Lookup.lookup().table(table).output(output).get();
        TensorType input = Kinds.type(Kinds.quantized(r, type, 1), 3, 4);
        int[] frame = Kinds.frame(r, input);
        int offset = type.signed() ? 1 << (type.bits() - 1) : 0;
        int[] expected = IntStream.of(frame).map(x -> table.get(x + offset)).toArray();
        assertEquals(Kinds.type(output, 3, 4), Kinds.infer(lookup, input));
        assertArrayEquals(expected, Kinds.run(lookup, input, frame));
    }

    @Test
    void knownValues() {
        Quantized output = new Quantized(new IntType(4, true), 0.5, 1);
        TensorType input = Kinds.type(INT8, 2, 3, 2);
        int[] frame = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1, -2};
        Constant channels = new Constant(IntTensor.vector(-8, 7), output);
        Constant columns = Constant.constant()
                .values(new IntTensor(List.of(3, 2), new int[] {1, 2, 3, 4, 5, 6}))
                .output(output)
                .get();
        assertEquals(Kinds.type(output, 2, 3, 2), Kinds.infer(columns, input));
        assertArrayEquals(new int[] {-8, 7, -8, 7, -8, 7, -8, 7, -8, 7, -8, 7}, Kinds.run(channels, input, frame));
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6}, Kinds.run(columns, input, frame));
        assertEquals(columns, Constant.of(input.shape(), Kinds.run(columns, input, frame), output));
        assertEquals(channels, Constant.of(input.shape(), Kinds.run(channels, input, frame), output));
        assertEquals(
                new Constant(new IntTensor(List.of(2, 3, 2), frame), INT8), Constant.of(input.shape(), frame, INT8));
        assertEquals(
                List.of(
                        "constant: the values have the dimensions [2, 2], and the input is [2, 3, 2]",
                        "constant: the values have the value 9, outside int4"),
                Kinds.problems(new Constant(new IntTensor(List.of(2, 2), new int[] {9, 0, 0, 0}), output), input));
    }

    @Test
    void tableRefusals() {
        Lookup lookup =
                Lookup.lookup().table(IntTensor.vector(1, 200)).output(INT8).get();
        assertEquals(
                List.of(
                        "lookup: the table has the dimensions [2]",
                        "lookup: the table entries have the value 200, outside int8"),
                Kinds.problems(lookup, Kinds.type(new Quantized(new IntType(13, true)), 4)));
    }

    @Property
    void indicesOfTheFirstMaximum(@ForAll long seed) {
        Random r = new Random(seed);
        int channels = 1 + r.nextInt(9);
        TensorType input = Kinds.type(new Quantized(new IntType(2, true)), 2, 2, channels);
        int[] frame = Kinds.frame(r, input);
        int[] expected = IntStream.range(0, 4)
                .map(p -> IntStream.range(0, channels)
                        .reduce((a, b) -> frame[p * channels + b] > frame[p * channels + a] ? b : a)
                        .getAsInt())
                .toArray();
        assertArrayEquals(expected, Kinds.run(new Argmax(), input, frame));
    }

    @Test
    void indicesAreAsWideAsNeeded() {
        int[] bits = {1, 1, 2, 2, 3, 3, 3, 3, 4, 4};
        for (int channels = 1; channels <= bits.length; channels++) {
            TensorType output = Kinds.infer(new Argmax(), Kinds.type(INT8, 3, channels));
            assertEquals(Kinds.type(new Quantized(new IntType(bits[channels - 1], false)), 3, 1), output);
        }
        assertEquals(
                List.of("argmax: the input has 65537 channels"), Kinds.problems(new Argmax(), Kinds.type(INT8, 65537)));
    }
}
