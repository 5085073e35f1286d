package systole.frontend.onnx;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import systole.frontend.importing.ChannelTables;
import systole.layer.add.RuntimeSum;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;

/**
 * Add with a constant for each channel, such as the bias behind a MatMul: a function of one element for each channel.
 *
 * @param op the operator
 * @param input the input, in a shape whose last dimension is the channels
 * @param constant a quantized number for each channel
 * @param element the real numbers that these stand for
 */
record ConstantSum(OnnxOperator op, Wire input, List<Integer> constant, Quantized element) {
    static ConstantSum of(OnnxOperator op, Value.FixedReals fixed) {
        Axes input = Axes.of(op, op.flow(0));
        List<Integer> values = fixed.constant().integers().stream().boxed().toList();
        List<Integer> dims = fixed.constant().dims();
        int channels = input.flow().shape().channels();
        int rank = input.flow().dims().size();
        int axis = input.dims().get(input.dims().size() - 1) - (rank - dims.size());
        boolean perChannel = values.size() == channels && axis >= 0 && axis < dims.size() && dims.get(axis) == channels;
        op.require(
                perChannel && fixed.scales().isSingle(),
                "input 1, " + fixed.constant() + ", is " + dims + " and the operand "
                        + input.flow().dims(),
                "a constant has one value for each channel; make it part of the bias in front otherwise");
        op.problems().throwIfAny();
        Quantized element = new Quantized(
                op.type(fixed.constant()),
                fixed.scales().scale(),
                fixed.scales().zero(0));
        return new ConstantSum(op, input.flow(), values, element);
    }

    /** Adds one 1 x 1 convolution whose requantizer counts the steps of each channel. */
    Wire layers(Outcome outcome) {
        Quantized output = outcome.element();
        op.require(
                input.integers().equals(output.type()) && element.type().equals(output.type()),
                "the operands are " + input.integers() + " and " + element.type() + ", the output " + output.type(),
                "use one type for all of them");
        op.problems().throwIfAny();
        IntBinaryOperator sum = RuntimeSum.function(false, input.element(), element, output);
        IntType type = input.integers();
        List<int[]> tables = constant.stream()
                .map(c -> IntStream.rangeClosed(type.min(), type.max())
                        .map(x -> sum.applyAsInt(x, c))
                        .toArray())
                .toList();
        Wire flow = input;
        for (Layer layer : ChannelTables.layers(input.type(), output, tables)) {
            flow = op.add(layer, List.of(flow), input.dims(), input.layout());
        }
        return op.network().labelled(op.name() + "_out", flow, output);
    }
}
