package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import systole.frontend.importing.ChannelTables;
import systole.layer.LayerKind;
import systole.layer.constant.Constant;
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
 * An operand that is a constant of one value, or of one value for each channel, becomes part of the layer: the golden
 * model of the layer that would join the two computes the operator's result for every value of the other one. Any other
 * constant is a tensor of its own.
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
                operands.enlarges(0) && operands.enlarges(1),
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
        return enlarges(op.input(input).shape(), op.output().shape());
    }

    /** True if a tensor can be repeated to another shape. */
    static boolean enlarges(Shape from, Shape to) {
        return (from.height() == 1 || from.height() == to.height())
                && (from.width() == 1 || from.width() == to.width())
                && (from.channels() == 1 || from.channels() == to.channels());
    }

    /** A computed operand in the output's shape: it is repeated along the dimensions in which its size is 1. */
    LayerTree computed(int input) {
        return computed(input, List.of());
    }

    /** A computed operand in the output's shape, which first passes some layers. */
    LayerTree computed(int input, List<Layer> first) {
        LayerTree operand = LayerTree.input(constant() < 0 ? input : 0).then(first);
        Shape from = op.input(input).shape();
        Shape to = op.output().shape();
        return from.equals(to) ? operand : operand.then(enlarging(from, to));
    }

    /** The layers that repeat a tensor along the dimensions in which its size is 1. */
    static List<Layer> enlarging(Shape from, Shape to) {
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

    /** An operand in the output's shape, which is a tensor of its own even if it is a constant. */
    LayerTree either(int input) {
        return input == constant() ? known(input, computed(1 - input)) : computed(input);
    }

    private LayerTree known(int constant, LayerTree other) {
        Shape shape = op.output().shape();
        int[] all = enlarged(op.constant(constant), op.input(constant).shape(), shape);
        return other.then(Constant.of(shape, all, op.input(constant).element()));
    }

    /**
     * The value of a constant for each channel; empty if values of a channel differ, or if the other operand is smaller.
     */
    Optional<int[]> channelValues(int constant) {
        IntTensor values = op.constant(constant);
        Shape output = op.output().shape();
        boolean uniform = isUniform(values);
        if (!op.input(1 - constant).shape().equals(output) || !(uniform || isByChannel(constant))) {
            return Optional.empty();
        }
        int[] all = new int[output.channels()];
        Arrays.setAll(all, c -> values.get(uniform ? 0 : c));
        return Optional.of(all);
    }

    private static boolean isUniform(IntTensor values) {
        return values.stream().distinct().count() == 1;
    }

    /** True if a constant has one value for each channel. */
    private boolean isByChannel(int constant) {
        Shape own = op.input(constant).shape();
        return own.pixels() == 1 && own.channels() == op.output().shape().channels();
    }

    /** The layer on its operands, or the layers that replace it if an operand is constant. */
    <L extends Layer> LayerTree joined(LayerKind<L> kind, L layer) {
        int constant = constant();
        if (constant < 0) {
            return LayerTree.joined(layer, computed(0), computed(1));
        }
        List<Quantized> elements = List.of(op.input(0).element(), op.input(1).element());
        LayerTree.infer(
                layer,
                elements.stream().map(e -> new TensorType(Shape.of(1), e)).toList(),
                op);
        op.throwIfAny();
        KnownOperand<L> operand = new KnownOperand<>(
                kind.golden(), layer, elements, constant, op.output().element());
        return folded(
                constant,
                operand::table,
                (computed, known) -> constant == 0
                        ? LayerTree.joined(layer, known, computed)
                        : LayerTree.joined(layer, computed, known));
    }

    /**
     * The layers of an operator with a constant.
     *
     * @param constant the index of the operand that is a constant
     * @param table for a value of the constant, one output integer for each value of the other operand, beginning with
     *     the least
     * @param otherwise the layers for the computed operand and the constant, if this is a tensor of its own; both have the
     *     output's shape
     */
    LayerTree folded(int constant, IntFunction<int[]> table, BinaryOperator<LayerTree> otherwise) {
        IntTensor values = op.constant(constant);
        LayerTree computed = computed(1 - constant);
        TensorType output = op.output();
        if (isUniform(values)) {
            return computed.then(TableReader.lookup(table.apply(values.get(0)), output.element()));
        }
        // The steps of int16 would be too many for thresholds.
        if (isByChannel(constant) && !output.type().equals(IntType.INT16)) {
            List<int[]> tables = values.stream().mapToObj(table).toList();
            if (tables.stream().allMatch(ChannelTables::isMonotone)) {
                TensorType input =
                        new TensorType(output.shape(), op.input(1 - constant).element());
                return computed.then(ChannelTables.layers(input, output.element(), tables));
            }
        }
        return otherwise.apply(computed, known(constant, computed));
    }

    private static int[] enlarged(IntTensor values, Shape from, Shape to) {
        return IntStream.range(0, to.elements())
                .map(i -> {
                    int c = i % to.channels() % from.channels();
                    int x = i / to.channels() % to.width() % from.width();
                    int y = i / to.channels() / to.width() % from.height();
                    return values.get((y * from.width() + x) * from.channels() + c);
                })
                .toArray();
    }
}
