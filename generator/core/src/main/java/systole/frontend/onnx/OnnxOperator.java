package systole.frontend.onnx;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.frontend.importing.OperatorView;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Layout;
import systole.network.Quantized;
import systole.network.Shape;

/**
 * An operator of ONNX with its operands, for its reader.
 *
 * @param part the output that is wanted, from 0
 * @param name the start of the names of its layers
 * @param values the values of its inputs in their order; an input that is left out has the value {@link Value.Refused}
 */
record OnnxOperator(
        FileNode node,
        int part,
        String name,
        List<Value> values,
        Attributes attributes,
        NetworkSoFar network,
        Graph graph,
        Problems problems)
        implements OperatorView {
    private static final String QUANTIZE_ALL = "put a QuantizeLinear and a DequantizeLinear around every operator";

    /** Also refuses attributes that no reader has asked for. */
    @Override
    public <T> T complete(Supplier<T> result) {
        return OperatorView.super.complete(() -> {
            T complete = result.get();
            attributes.unread().forEach(a -> require(false, "attribute '" + a + "' is not supported", "remove it"));
            return complete;
        });
    }

    /** The version of ONNX's own operators. */
    long opset() {
        return graph.opset();
    }

    /** The type with which ONNX Runtime's kernels read or write a quantized tensor of the file. */
    IntType kernelType(String tensor, IntType type) {
        return graph.isPair(tensor) ? IntType.UINT8 : type;
    }

    /** True unless an input is left out. */
    boolean has(int input) {
        return input < node.inputs().size() && !node.inputs().get(input).isEmpty();
    }

    Value value(int input) {
        if (!has(input)) {
            throw refused("input " + input + " is missing", "export the model again");
        }
        return values.get(input);
    }

    /** An activation: integers, or real numbers that integers stand for. */
    Wire flow(int input) {
        Value value = value(input);
        if (value instanceof Value.Integers integers) {
            return integers.flow();
        }
        if (value instanceof Value.Reals reals) {
            return reals.flow();
        }
        throw refused(
                "input " + input + ", '" + node.inputs().get(input) + "', is " + describe(value),
                value instanceof Value.Mapped || value instanceof Value.Sums
                        ? QUANTIZE_ALL
                        : "operands other than weights are computed from the input");
    }

    private static String describe(Value value) {
        if (value instanceof Value.Sums sums) {
            return "what " + sums.node() + " computes, not quantized";
        }
        return value instanceof Value.Mapped ? "a real number, not quantized" : "a constant";
    }

    /** A constant that is used unchanged. */
    Constant constant(int input) {
        if (value(input) instanceof Value.Fixed fixed) {
            return fixed.constant();
        }
        throw refused("input " + input + ", '" + node.inputs().get(input) + "', is not a constant", "make it one");
    }

    /** The scale and the zero point of an activation. Both are constants, and the zero point tells the type. */
    Quantized element(int scale, int zero) {
        float value = (float) constant(scale).scalar();
        if (!has(zero)) {
            return new Quantized(IntType.UINT8, value, 0);
        }
        Constant point = constant(zero);
        return new Quantized(type(point), value, (int) point.scalar());
    }

    /** Scales and zero points of a constant. */
    Scales scales(int scale, int zero, int axis) {
        double[] values = constant(scale).values();
        IntTensor zeros = has(zero) ? constant(zero).integers() : IntTensor.vector(0);
        return new Scales(java.util.Arrays.stream(values).boxed().toList(), zeros, axis);
    }

    /** The type of the 8-bit integers in a constant. */
    IntType type(Constant constant) {
        return switch (FileTensor.typeName(constant.type())) {
            case "INT8" -> IntType.INT8;
            case "UINT8" -> IntType.UINT8;
            default ->
                throw refused(
                        constant + " is " + FileTensor.typeName(constant.type()),
                        "int8 and uint8 are supported; quantize to one of them");
        };
    }

    /** An activation of integers, which this operator treats as real numbers with a scale and a zero point. */
    Wire labelled(int input, int scale, int zero) {
        return network.labelled(name, flow(input), element(scale, zero));
    }

    /** An activation in the same form as the first input: integers or real numbers. */
    Value same(Wire flow) {
        return value(0) instanceof Value.Reals ? new Value.Reals(flow) : new Value.Integers(flow);
    }

    /** Sums that become integers once their requantization is known. */
    Value.Sums sums(boolean shifts, Function<Outcome, Wire> finish) {
        return sums(shifts, false, finish);
    }

    /** @param once true if the sums can be computed exactly and rounded once */
    Value.Sums sums(boolean shifts, boolean once, Function<Outcome, Wire> finish) {
        return new Value.Sums(node, outcome -> named(() -> finish.apply(outcome)), shifts, once, Limits.NONE);
    }

    private Wire named(Supplier<Wire> finished) {
        try {
            return complete(finished);
        } catch (RefusedException e) {
            throw new RefusedException(e.diagnostics().stream()
                    .map(d -> new Diagnostic(d.where(), "of " + node + ": " + d.message(), d.hint()))
                    .toList());
        }
    }

    /** An axis of a tensor, counted from the first. */
    int axis(int axis, Wire flow) {
        return axis(axis, flow.dims());
    }

    /** An axis of a tensor of these dimensions, counted from the first. */
    int axis(int axis, List<Integer> dims) {
        int rank = dims.size();
        if (axis < -rank || axis >= rank) {
            throw refused("axis " + axis + " of a tensor " + dims, "export the model again");
        }
        return axis < 0 ? axis + rank : axis;
    }

    /** An activation that is an image in the file, in the shape [H, W, C] and streaming channels last. */
    Wire image(Wire flow) {
        if (!flow.hasChannels()) {
            throw refused(
                    "its operand " + flow.dims() + " is no image [1, channels, height, width]",
                    "reshape it to one in front");
        }
        return network.placed(name, flow, Layout.channelsLast(flow.dims()), flow.image());
    }

    /** An activation whose elements stream in the order of the file. */
    Wire rowMajor(Wire flow) {
        return flow.layout().isRowMajor()
                ? flow
                : network.placed(
                        name,
                        flow,
                        Layout.rowMajor(flow.dims()),
                        Shape.of(flow.shape().elements()));
    }

    /** Adds a layer. */
    Wire add(Layer layer, List<Wire> inputs, List<Integer> dims, Layout layout) {
        throwIfAny();
        return network.add(name, layer, inputs, dims, layout);
    }

    /** Adds a layer that computes an image. */
    Wire addImage(Layer layer, Wire input, int channels, int height, int width) {
        List<Integer> dims =
                input.dims().size() == 4 ? List.of(1, channels, height, width) : List.of(1, channels, width);
        return add(layer, List.of(input), dims, Layout.channelsLast(dims));
    }

    /** The same stream in another shape. */
    Wire shaped(Wire flow, Integer... dims) {
        return network.shaped(name, flow, Shape.of(dims));
    }

    /** The activations from one input on. */
    List<Wire> flows(int from) {
        return IntStream.range(from, node.inputs().size()).mapToObj(this::flow).toList();
    }
}
