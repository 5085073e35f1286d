package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import systole.frontend.importing.ChannelTables;
import systole.golden.Golden.Kernel;
import systole.layer.LayerKind;
import systole.layer.reshape.Reshape;
import systole.layer.resize.ResizeNearest;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * The operands of an operator that joins two tensors element by element. A smaller computed operand is enlarged first.
 * A constant operand becomes part of the layer: the golden model of the layer that would join the two computes the
 * operator's result for every value.
 *
 * @param op the operator, whose types and shapes are already checked
 */
record BinaryOperands(TfliteOperator op) {
    /** Checks types and shapes. */
    static BinaryOperands of(TfliteOperator op) {
        if (op.inputs() != 2) {
            throw op.refused("it has " + op.inputs() + " inputs", "it joins two");
        }
        op.requireSameType(op.input(0), op.output());
        op.requireSameType(op.input(1), op.output());
        if (op.isConstant(0) && op.isConstant(1)) {
            throw op.refused("both inputs are constants", "convert the model again, with constants folded");
        }
        BinaryOperands operands = new BinaryOperands(op);
        op.require(
                operands.constant() >= 0 || (operands.enlarges(0) && operands.enlarges(1)),
                "the inputs are " + op.tensor(0).dims() + " and " + op.tensor(1).dims(),
                "both have the output's shape, or dimensions of 1 instead");
        op.throwIfAny();
        return operands;
    }

    /** The operands that are not constants. */
    static List<Integer> computed(FileOperator operator, FileModel model) {
        return operator.inputs().stream()
                .filter(i -> i < 0 || model.tensor(i).computed())
                .toList();
    }

    /** The index of the operand that is a constant, or -1. */
    int constant() {
        return op.isConstant(0) ? 0 : op.isConstant(1) ? 1 : -1;
    }

    private boolean enlarges(int input) {
        Shape from = op.input(input).shape();
        Shape to = op.output().shape();
        return (from.height() == 1 || from.height() == to.height())
                && (from.width() == 1 || from.width() == to.width())
                && (from.channels() == 1 || from.channels() == to.channels());
    }

    /**
     * The layers that give an input the output's shape, by repeating it along the dimensions in which its size is 1.
     */
    List<Layer> front(int input) {
        Shape from = op.input(input).shape();
        Shape to = op.output().shape();
        if (constant() >= 0 || from.equals(to)) {
            return List.of();
        }
        List<Layer> layers = new ArrayList<>();
        if (from.channels() < to.channels()) {
            // The width of an image of one channel has the same elements in the same order.
            layers.add(new Reshape(Shape.of(from.pixels(), 1, 1)));
            layers.add(new ResizeNearest(from.pixels(), to.channels()));
        }
        layers.add(new Reshape(Shape.of(from.height(), from.width(), to.channels())));
        if (from.pixels() < to.pixels()) {
            layers.add(new ResizeNearest(to.height(), to.width()));
        }
        if (to.rank() < 3) {
            layers.add(new Reshape(to));
        }
        return layers;
    }

    /** The layer itself, or the layers that replace it if an operand is constant. */
    <L extends Layer> List<Layer> layers(LayerKind<L> kind, L layer) {
        int constant = constant();
        if (constant < 0) {
            return List.of(layer);
        }
        Shape values = Shape.of(1 << op.output().type().bits());
        List<TensorType> types = List.of(
                new TensorType(values, op.input(0).element()),
                new TensorType(values, op.input(1).element()));
        LayerChain.infer(layer, types, op);
        op.throwIfAny();
        return folded(constant, value -> table(kind, layer, types, constant, value));
    }

    /**
     * The layers for the computed operand alone.
     *
     * @param constant the index of the operand that is a constant
     * @param table for a value of the constant, one output integer for each value of the other operand, beginning with
     *     the least
     */
    List<Layer> folded(int constant, IntFunction<int[]> table) {
        IntTensor values = checked(constant);
        boolean uniform = isUniform(values);
        if (!uniform && op.output().type().equals(Activations.INT16)) {
            throw op.refused(
                    "the constant of int16 has a value for each channel",
                    "a constant of int16 has one value, or a scale of at most the other input's in a sum; compute the"
                            + " other ones from the input, or quantize to int8 in front of this operator");
        }
        List<int[]> tables = (uniform ? IntStream.of(values.get(0)) : values.stream())
                .mapToObj(table)
                .toList();
        Quantized output = op.output().element();
        return uniform
                ? List.of(TableReader.lookup(tables.get(0), output))
                : ChannelTables.layers(op.input(1 - constant), output, tables);
    }

    private static boolean isUniform(IntTensor values) {
        return values.stream().distinct().count() == 1;
    }

    /** The value of a constant for each channel. */
    int[] channelValues(int constant) {
        IntTensor values = checked(constant);
        int[] all = new int[op.output().shape().channels()];
        Arrays.setAll(all, c -> values.get(isUniform(values) ? 0 : c));
        return all;
    }

    /** The values of a constant that has one value, or one for each channel. */
    private IntTensor checked(int constant) {
        IntTensor values = op.constant(constant);
        Shape shape = op.input(1 - constant).shape();
        Shape own = op.input(constant).shape();
        boolean uniform = isUniform(values);
        if (!shape.equals(op.output().shape())
                || !(uniform || (own.pixels() == 1 && own.channels() == shape.channels()))) {
            throw op.refused(
                    "the constant is " + op.tensor(constant).dims() + ", and the other input "
                            + op.tensor(1 - constant).dims(),
                    "a constant has one value, or one for each channel");
        }
        return values;
    }

    private <L extends Layer> int[] table(LayerKind<L> kind, L layer, List<TensorType> types, int constant, int value) {
        IntType type = types.get(1 - constant).type();
        int[] all = IntStream.rangeClosed(type.min(), type.max()).toArray();
        int[] same = new int[all.length];
        Arrays.fill(same, value);
        Quantized output = op.output().element();
        Kernel kernel =
                kind.golden().prepare(layer, types, new TensorType(types.get(0).shape(), output));
        int[] results = new int[all.length];
        kernel.run(constant == 0 ? List.of(same, all) : List.of(all, same), results);
        return results;
    }
}
