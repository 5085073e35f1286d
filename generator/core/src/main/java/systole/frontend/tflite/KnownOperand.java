package systole.frontend.tflite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import systole.golden.Golden;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * A layer that joins two tensors, one of which has a known value. What is left is a function of one element, which the
 * golden model of the layer computes.
 *
 * @param layer the layer, which is valid on the operands
 * @param operands the elements of both operands
 * @param known the index of the operand with the known value
 * @param output the elements of the result
 */
record KnownOperand<L extends Layer>(Golden<L> golden, L layer, List<Quantized> operands, int known, Quantized output) {
    KnownOperand {
        operands = List.copyOf(operands);
    }

    /** One output integer for each value of the other operand, beginning with the least. */
    int[] table(int value) {
        IntType type = operands.get(1 - known).type();
        int[] all = IntStream.rangeClosed(type.min(), type.max()).toArray();
        int[] same = new int[all.length];
        Arrays.fill(same, value);
        Shape shape = Shape.of(all.length);
        List<TensorType> inputs =
                operands.stream().map(o -> new TensorType(shape, o)).toList();
        int[] results = new int[all.length];
        golden.prepare(layer, inputs, new TensorType(shape, output))
                .run(known == 0 ? List.of(same, all) : List.of(all, same), results);
        return results;
    }
}
