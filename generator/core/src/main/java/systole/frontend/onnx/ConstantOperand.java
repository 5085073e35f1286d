package systole.frontend.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import systole.network.Quantized;

/**
 * A constant that an operator joins with an activation, element by element.
 *
 * @param op the operator
 * @param input the number of the input that is the constant
 * @param constant in the dimensions of the activation
 */
record ConstantOperand(OnnxOperator op, int input, Constant constant) {
    /** A constant, repeated to the dimensions of an activation. */
    static ConstantOperand of(OnnxOperator op, int input, Constant constant, Wire other) {
        List<Integer> from = constant.dims();
        List<Integer> to = other.dims();
        int missing = to.size() - from.size();
        boolean repeats = missing >= 0
                && IntStream.range(0, from.size())
                        .allMatch(d -> from.get(d) == 1 || from.get(d).equals(to.get(missing + d)));
        op.require(
                repeats,
                "input " + input + ", " + constant + ", is " + from + " and the operand " + to,
                "a constant has the dimensions of the operand, or 1 instead of some");
        op.problems().throwIfAny();
        return new ConstantOperand(op, input, ConstantShapes.broadcast(constant, to));
    }

    /** The real numbers of a constant, if a value is one. */
    static Optional<Constant> reals(Value value) {
        if (value instanceof Value.FixedReals fixed) {
            return Optional.of(fixed.reals());
        }
        return value instanceof Value.Fixed fixed && fixed.constant().isReal()
                ? Optional.of(fixed.constant())
                : Optional.empty();
    }

    /** The constant with its real numbers quantized. */
    ConstantOperand quantized(Quantized element) {
        double[] integers = DoubleStream.of(constant.values())
                .map(real -> Reals.quantize((float) real, element))
                .toArray();
        return new ConstantOperand(
                op, input, new Constant(constant.name(), constant.dims(), constant.type(), integers));
    }

    /** True if all values are equal. */
    boolean isUniform() {
        return IntStream.range(1, constant.size()).allMatch(i -> constant.values()[i] == constant.values()[0]);
    }

    /** The value of each channel of an activation as {@link Axes} shapes it; empty if values of a channel differ. */
    double[] channels(Wire flow) {
        List<Integer> dims = constant.dims();
        int axis = flow.isImage() ? 1 : dims.size() - 1;
        int stride = ConstantShapes.strides(dims)[axis];
        int channels = dims.get(axis);
        double[] values = constant.values();
        boolean alike =
                IntStream.range(0, values.length).allMatch(i -> values[i] == values[i / stride % channels * stride]);
        return alike
                ? IntStream.range(0, channels)
                        .mapToDouble(c -> values[c * stride])
                        .toArray()
                : new double[0];
    }

    /** The constant as a tensor of the network, whose elements stream as those of an activation do. */
    Wire wire(Wire other, Quantized element) {
        int[] stream = other.layout().toStream(constant.integers().toArray());
        return op.network()
                .add(
                        op.name() + "_constant",
                        systole.layer.constant.Constant.of(other.shape(), stream, element),
                        List.of(other),
                        other.dims(),
                        other.layout());
    }
}
