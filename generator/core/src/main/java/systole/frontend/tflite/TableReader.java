package systole.frontend.tflite;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import systole.layer.lookup.Lookup;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;

/**
 * Operators that map each element by itself. They become a table of the reference kernel's results for each value.
 *
 * @param narrow the function of 8-bit elements
 * @param wide the function of int16, if the reference kernel has another one for them
 */
record TableReader(Mapping narrow, Mapping wide) implements RowReader {
    /** The function of a reference kernel for one element. */
    @FunctionalInterface
    interface Mapping {
        /** The function from input integers to output integers, before they are limited to the output's type. */
        IntUnaryOperator between(Quantized input, Quantized output);
    }

    static TableReader of(Mapping mapping) {
        return new TableReader(mapping, mapping);
    }

    @Override
    public List<Layer> read(TfliteOperator op) {
        Mapping mapping = op.input(0).type().equals(IntType.INT16) ? wide : narrow;
        return List.of(lookup(op.input(0).element(), op.output().element(), mapping));
    }

    /** The layer of a table with one output integer for each input integer, beginning with the least. */
    static Lookup lookup(int[] table, Quantized output) {
        return new Lookup(IntTensor.vector(table), output);
    }

    /** The table of a mapping. */
    static Lookup lookup(Quantized input, Quantized output, Mapping mapping) {
        return lookup(table(input, output, mapping.between(input, output)), output);
    }

    /** A function's results for all input integers, beginning with the least, limited to the output's type. */
    static int[] table(Quantized input, Quantized output, IntUnaryOperator function) {
        IntType type = input.type();
        return IntStream.rangeClosed(type.min(), type.max())
                .map(x -> output.type().clamp(function.applyAsInt(x)))
                .toArray();
    }
}
