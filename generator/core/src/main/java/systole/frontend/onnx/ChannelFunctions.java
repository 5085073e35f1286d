package systole.frontend.onnx;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import systole.frontend.importing.ChannelTables;
import systole.layer.add.Add;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;

/**
 * A function of each real number that depends on a constant: on the same one for all elements, or on one for each
 * channel. A function that rises and falls does so at 0; it becomes the sum of what lies above and of what lies below.
 *
 * @param operand the constant
 * @param function the function for a value of the constant
 */
record ChannelFunctions(OnnxOperator op, ConstantOperand operand, DoubleFunction<RealFunction> function) {
    /** The functions of the real numbers that an activation stands for. */
    Value of(Wire flow) {
        double[] values = operand.constant().values();
        if (operand.isUniform()) {
            return new Value.Mapped(flow, function.apply(values[0]));
        }
        double[] channels = operand.channels(flow);
        if (channels.length == 0) {
            throw op.refused(
                    "input " + operand.input() + ", " + operand.constant()
                            + ", holds real numbers that differ within a channel",
                    "quantize it, as onnxruntime.quantization does, or use one value for each channel");
        }
        Wire input = Axes.of(op, flow).flow();
        return op.sums(false, outcome -> layers(input, channels, outcome));
    }

    private Wire layers(Wire input, double[] channels, Outcome outcome) {
        Quantized element = outcome.element();
        IntType type = input.integers();
        op.require(
                type.equals(element.type()),
                "the operand is " + type + " and the output " + element.type(),
                "use one type for both");
        op.problems().throwIfAny();
        List<RealFunction> functions =
                DoubleStream.of(channels).mapToObj(function).toList();
        List<int[]> tables = functions.stream()
                .map(f -> Reals.table(f, input.element(), element))
                .toList();
        if (tables.stream().allMatch(ChannelTables::isMonotone)) {
            return op.network().mapped(op.name(), input, element, tables);
        }
        // Above 0 all channels have one function, as PRelu has.
        int[] above = Reals.table(x -> functions.get(0).of(Math.max(x, 0)), input.element(), element);
        List<int[]> below = functions.stream()
                .map(f -> Reals.table(x -> f.of(Math.min(x, 0)), input.element(), element))
                .toList();
        Wire upper = op.network().mapped(op.name() + "_above", input, element, IntTensor.vector(above));
        Wire lower = op.network().mapped(op.name() + "_below", input, element, below);
        Layer sum = Add.add().requant(Pow2.UNSHIFTED).output(element).get();
        return op.add(sum, List.of(upper, lower), input.dims(), input.layout());
    }
}
