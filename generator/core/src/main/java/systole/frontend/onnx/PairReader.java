package systole.frontend.onnx;

import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import systole.layer.add.Add;
import systole.layer.add.RuntimeSum;
import systole.layer.add.Sub;
import systole.layer.mul.Mul;
import systole.layer.pair.PairBuilder;
import systole.layer.resize.ResizeNearest;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;

/**
 * Add, Sub and Mul of two tensors of one shape, one of which may be a constant. The scales may differ, so both operands
 * are rescaled in single precision. In the integer dialect, the integers are combined unchanged.
 *
 * @param builder starts the layer
 * @param integers the runtime's function of two quantized numbers
 * @param reals its function of two real numbers
 * @param linear scales and zero points are inputs
 */
record PairReader(Supplier<PairBuilder<?>> builder, QuantizedFunction integers, RealOperation reals, boolean linear)
        implements OperatorReader {
    /** Makes the function of two quantized numbers whose result is quantized. */
    interface QuantizedFunction {
        IntBinaryOperator of(Quantized first, Quantized second, Quantized output);
    }

    /** A function of two real numbers in single precision. */
    interface RealOperation {
        float of(float first, float second);
    }

    static PairReader add(boolean linear) {
        return new PairReader(Add::add, (a, b, y) -> RuntimeSum.function(false, a, b, y), Float::sum, linear);
    }

    static PairReader sub() {
        return new PairReader(Sub::sub, (a, b, y) -> RuntimeSum.function(true, a, b, y), (a, b) -> a - b, false);
    }

    static PairReader mul(boolean linear) {
        return new PairReader(Mul::mul, Mul::runtime, (a, b) -> a * b, linear);
    }

    /** Two operands of one shape whose elements stream in one order. */
    record Operands(Wire first, Wire second) {
        static Operands of(OnnxOperator op, Wire first, Wire second) {
            op.require(
                    first.dims().equals(second.dims()),
                    "the operands are " + first.dims() + " and " + second.dims(),
                    "both have the same dimensions: broadcasting is not supported");
            op.problems().throwIfAny();
            return new Operands(first, op.network().placed(op.name(), second, first.layout(), first.shape()));
        }

        /** Two operands, one of which may have one position that is repeated over those of the other. */
        static Operands repeated(OnnxOperator op, Wire first, Wire second) {
            return of(op, repeating(op, first, second), repeating(op, second, first));
        }

        private static Wire repeating(OnnxOperator op, Wire operand, Wire other) {
            Optional<Shape> from = Optional.of(operand).filter(Wire::isImage).map(Wire::image);
            Optional<Shape> to = Optional.of(other).filter(Wire::isImage).map(Wire::image);
            boolean smaller = from.isPresent()
                    && to.isPresent()
                    && from.get().pixels() == 1
                    && to.get().pixels() > 1
                    && from.get().channels() == to.get().channels();
            if (!smaller) {
                return operand;
            }
            ResizeNearest layer = new ResizeNearest(to.get().height(), to.get().width());
            return op.add(layer, List.of(op.image(operand)), other.dims(), other.layout());
        }

        List<Wire> list() {
            return List.of(first, second);
        }
    }

    @Override
    public Value read(OnnxOperator op) {
        return linear ? linear(op) : plain(op);
    }

    private Value linear(OnnxOperator op) {
        Outcome outcome = Outcome.scaled(op.element(6, 7));
        for (int known = 0; known < 2; known++) {
            int other = 1 - known;
            if (op.value(3 * known) instanceof Value.Fixed fixed) {
                Wire flow = op.labelled(3 * other, 3 * other + 1, 3 * other + 2);
                Quantized element = op.element(3 * known + 1, 3 * known + 2);
                return new Value.Integers(known(op, 3 * known, known, fixed.constant(), element, flow, outcome));
            }
        }
        return new Value.Integers(
                combined(op, Operands.repeated(op, op.labelled(0, 1, 2), op.labelled(3, 4, 5)), outcome));
    }

    private Value plain(OnnxOperator op) {
        for (int input = 0; input < 2; input++) {
            int known = input;
            if (op.value(known) instanceof Value.FixedReals fixed
                    && fixed.scales().isSingle()) {
                Quantized element = new Quantized(
                        op.type(fixed.constant()),
                        fixed.scales().scale(),
                        fixed.scales().zero(0));
                Wire flow = operand(op, 1 - known);
                return op.sums(false, outcome -> known(op, known, known, fixed.constant(), element, flow, outcome));
            }
            if (op.value(1 - known) instanceof Value.Reals other) {
                Optional<Constant> constant = ConstantOperand.reals(op.value(known));
                if (constant.isPresent()) {
                    return functions(op, known, ConstantOperand.of(op, known, constant.get(), other.flow()))
                            .of(other.flow());
                }
            }
        }
        Operands operands = Operands.repeated(op, operand(op, 0), operand(op, 1));
        boolean integers = op.value(0) instanceof Value.Integers && op.value(1) instanceof Value.Integers;
        return op.sums(integers, outcome -> combined(op, operands, outcome));
    }

    /** What the operator does to the real numbers that it joins with a constant of real numbers. */
    private ChannelFunctions functions(OnnxOperator op, int known, ConstantOperand operand) {
        return new ChannelFunctions(
                op, operand, c -> known == 0 ? x -> reals.of((float) c, x) : x -> reals.of(x, (float) c));
    }

    /**
     * The operator on an activation and quantized numbers: a table if there is one number for all elements, or for each
     * channel, and otherwise a tensor of its own.
     *
     * @param input the number of the input that is the constant
     * @param known the number of the operand that is the constant, 0 or 1
     */
    private Wire known(
            OnnxOperator op, int input, int known, Constant constant, Quantized element, Wire flow, Outcome outcome) {
        ConstantOperand operand = ConstantOperand.of(op, input, constant, flow);
        double[] channels = operand.isUniform() ? new double[] {constant.values()[0]} : operand.channels(flow);
        if (channels.length == 0) {
            Wire second = operand.wire(flow, element);
            return combined(op, known == 0 ? new Operands(second, flow) : new Operands(flow, second), outcome);
        }
        requireOneType(op, flow.integers(), element.type(), outcome.element().type());
        IntBinaryOperator function = known == 0
                ? integers.of(element, flow.element(), outcome.element())
                : integers.of(flow.element(), element, outcome.element());
        List<int[]> tables = DoubleStream.of(channels)
                .mapToObj(c -> table(flow.integers(), known, (int) c, function))
                .toList();
        return tables.size() == 1
                ? op.network().mapped(op.name(), flow, outcome.element(), IntTensor.vector(tables.get(0)))
                : op.network().mapped(op.name(), Axes.of(op, flow).flow(), outcome.element(), tables);
    }

    private static int[] table(IntType type, int known, int value, IntBinaryOperator function) {
        return IntStream.rangeClosed(type.min(), type.max())
                .map(x -> known == 0 ? function.applyAsInt(value, x) : function.applyAsInt(x, value))
                .toArray();
    }

    /** An operand that is not a constant. */
    static Wire operand(OnnxOperator op, int input) {
        boolean fixed = op.value(input) instanceof Value.Fixed || op.value(input) instanceof Value.FixedReals;
        if (fixed) {
            throw op.refused(
                    "input " + input + ", '" + op.node().inputs().get(input) + "', is a constant",
                    "make it part of the weights or the bias of the Conv or Gemm in front, ahead of quantization"
                            + " (onnxruntime.quantization.shape_inference.quant_pre_process)");
        }
        return op.flow(input);
    }

    private Wire combined(OnnxOperator op, Operands operands, Outcome outcome) {
        Wire first = operands.first();
        if (outcome.shift().isEmpty()) {
            requireOneType(
                    op,
                    first.integers(),
                    operands.second().integers(),
                    outcome.element().type());
        }
        PairBuilder<?> layer = builder.get()
                .requant(outcome.requantization(List.of(1.0)))
                .activation(outcome.activation())
                .output(outcome.element());
        return op.add(layer.get(), operands.list(), first.dims(), first.layout());
    }

    private static void requireOneType(OnnxOperator op, IntType first, IntType second, IntType output) {
        op.require(
                first.equals(second) && first.equals(output),
                "the operands are " + first + " and " + second + ", the output " + output,
                "use one type for all of them");
        op.problems().throwIfAny();
    }
}
