package systole.tflite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import systole.golden.Golden.Kernel;
import systole.layer.LayerKind;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * The operands of an operator that joins two tensors element by element. A constant one goes into the layer: what the
 * operator makes of every 8-bit value is worked out by the golden model of the layer that would join the two.
 *
 * @param op the operator, its types checked
 */
record BinaryOperands(OperatorView op) {
    private static final int VALUES = 256;

    /** Checks the types of both operands, and their shapes if both are computed. */
    static BinaryOperands of(OperatorView op) {
        if (op.inputs() != 2) {
            throw op.refused("it has " + op.inputs() + " inputs", "it joins two");
        }
        op.requireSameType(op.input(0), op.output());
        op.requireSameType(op.input(1), op.output());
        if (!op.isConstant(0) && !op.isConstant(1)) {
            op.require(
                    op.input(0).shape().equals(op.input(1).shape()),
                    "the inputs are " + op.input(0).shape() + " and "
                            + op.input(1).shape(),
                    "both have the same shape, unless one is a constant: broadcasting is not supported");
        }
        op.throwIfAny();
        return new BinaryOperands(op);
    }

    /** The layer itself, or what it becomes with a constant. */
    <L extends Layer> List<Layer> layers(LayerKind<L> kind, L layer) {
        if (!op.isConstant(0) && !op.isConstant(1)) {
            return List.of(layer);
        }
        int constant = op.isConstant(0) ? 0 : 1;
        if (op.isConstant(1 - constant)) {
            throw op.refused("both inputs are constants", "convert the model again, with constants folded");
        }
        IntTensor values = op.constant(constant);
        Shape shape = op.input(1 - constant).shape();
        boolean uniform = values.stream().distinct().count() == 1;
        Shape own = op.input(constant).shape();
        if (!shape.equals(op.output().shape())
                || !(uniform || (own.pixels() == 1 && own.channels() == shape.channels()))) {
            throw op.refused(
                    "the constant is " + op.tensor(constant).dims() + ", and the other input "
                            + op.tensor(1 - constant).dims(),
                    "a constant has one value, or one for each channel");
        }
        List<int[]> tables = (uniform ? IntStream.of(values.get(0)) : values.stream())
                .mapToObj(value -> table(kind, layer, constant, value))
                .toList();
        return uniform
                ? List.of(TableReader.lookup(tables.get(0), op.output().element()))
                : ChannelTables.layers(op.input(1 - constant), op.output().element(), tables);
    }

    private <L extends Layer> int[] table(LayerKind<L> kind, L layer, int constant, int value) {
        Quantized variable = op.input(1 - constant).element();
        IntType type = variable.type();
        int[] all = IntStream.rangeClosed(type.min(), type.max()).toArray();
        int[] same = new int[VALUES];
        Arrays.fill(same, value);
        List<TensorType> types = List.of(
                new TensorType(Shape.of(VALUES), op.input(0).element()),
                new TensorType(Shape.of(VALUES), op.input(1).element()));
        Kernel kernel = kind.golden()
                .prepare(
                        layer,
                        types,
                        new TensorType(Shape.of(VALUES), op.output().element()));
        int[] results = new int[VALUES];
        kernel.run(constant == 0 ? List.of(same, all) : List.of(all, same), results);
        return results;
    }
}
