package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Operators on constants. The runtime computes them once, when it loads a model, and so does the reader. Shapes are
 * constants as well, because all sizes are fixed.
 */
final class Folding {
    private static final Map<String, Function<OnnxOperator, Constant>> KINDS = Map.ofEntries(
            Map.entry("Constant", Folding::constant),
            Map.entry("ConstantOfShape", Folding::constantOfShape),
            Map.entry("Identity", op -> op.constant(0)),
            Map.entry("Cast", ConstantArithmetic::cast),
            Map.entry("Clip", ConstantArithmetic::clip),
            Map.entry("Add", ConstantArithmetic.Pair.ADD::read),
            Map.entry("Sub", ConstantArithmetic.Pair.SUB::read),
            Map.entry("Mul", ConstantArithmetic.Pair.MUL::read),
            Map.entry("Div", ConstantArithmetic.Pair.DIV::read),
            Map.entry("Transpose", ConstantShapes::transpose),
            Map.entry("Gather", ConstantShapes::gather),
            Map.entry("Concat", ConstantShapes::concat),
            Map.entry("Slice", ConstantShapes::slice),
            Map.entry("Flatten", shaped(Dims::flatten)),
            Map.entry("Reshape", shaped(Dims::reshape)),
            Map.entry("Squeeze", shaped(Dims::squeeze)),
            Map.entry("Unsqueeze", shaped(Dims::unsqueeze)));

    private Folding() {}

    /** The names of the operators that are computed. */
    static Set<String> operators() {
        return KINDS.keySet();
    }

    /** The result, if the operator can be computed now. */
    static Optional<Constant> result(OnnxOperator op) {
        String operator = op.node().operator();
        if (operator.equals("Shape") && op.has(0)) {
            return dims(op.value(0)).map(dims -> shape(op, dims));
        }
        boolean fixed = IntStream.range(0, op.values().size())
                .filter(op::has)
                .mapToObj(op::value)
                .allMatch(Value.Fixed.class::isInstance);
        return Optional.ofNullable(KINDS.get(operator)).filter(kind -> fixed).map(kind -> kind.apply(op));
    }

    /** The result of an operator that is read with constant operands only. */
    static Value only(OnnxOperator op) {
        return new Value.Fixed(result(op)
                .orElseThrow(() -> op.refused(
                        "its operands are not all constants",
                        "it can only compute constants and shapes; leave it out, or fix the input's size")));
    }

    /** The dimensions of a value whose number of elements is known. */
    private static Optional<List<Integer>> dims(Value value) {
        if (value instanceof Value.Fixed fixed) {
            return Optional.of(fixed.constant().dims());
        }
        if (value instanceof Value.FixedReals reals) {
            return Optional.of(reals.constant().dims());
        }
        if (value instanceof Value.Frames frames) {
            return Optional.of(frames.dims());
        }
        if (value instanceof Value.Results results) {
            return Optional.of(results.dims());
        }
        if (value instanceof Value.Mapped mapped) {
            return Optional.of(mapped.flow().dims());
        }
        return Value.flow(value).map(Wire::dims);
    }

    private static Constant shape(OnnxOperator op, List<Integer> dims) {
        int rank = dims.size();
        int start = end(op.attributes().integer("start", 0), rank);
        int end = end(op.attributes().integer("end", rank), rank);
        return numbers(
                "shape",
                DataType.INT64_VALUE,
                dims.subList(Math.min(start, end), end).stream()
                        .mapToDouble(d -> d)
                        .toArray());
    }

    private static int end(int stated, int rank) {
        return Math.max(0, Math.min(rank, stated < 0 ? stated + rank : stated));
    }

    private static Constant numbers(String name, int type, double... values) {
        return new Constant(name, List.of(values.length), type, values);
    }

    private static Function<OnnxOperator, Constant> shaped(
            BiFunction<OnnxOperator, List<Integer>, List<Integer>> dims) {
        return op -> {
            Constant from = op.constant(0);
            return new Constant(from.name(), dims.apply(op, from.dims()), from.type(), from.values());
        };
    }

    private static Constant constantOfShape(OnnxOperator op) {
        List<Integer> dims = op.constant(0).integers().stream().boxed().toList();
        Constant value = op.attributes().tensor("value").orElse(numbers("value", DataType.FLOAT_VALUE, 0));
        if (dims.stream().anyMatch(d -> d < 0)) {
            throw op.refused("the shape is " + dims, "export the model again");
        }
        double[] values = new double[(int) Constant.limited(Dims.elements(dims))];
        Arrays.fill(values, value.scalar());
        return new Constant("zeros", dims, value.type(), values);
    }

    /** A constant in any of the forms that its attributes have. */
    private static Constant constant(OnnxOperator op) {
        Attributes attributes = op.attributes();
        if (attributes.has("value_int")) {
            return Constant.scalar("value", DataType.INT64_VALUE, attributes.integer("value_int", 0));
        }
        if (attributes.has("value_float")) {
            return Constant.scalar("value", DataType.FLOAT_VALUE, attributes.real("value_float", 0));
        }
        if (attributes.has("value_ints")) {
            return numbers(
                    "value",
                    DataType.INT64_VALUE,
                    attributes.integers("value_ints", List.of()).stream()
                            .mapToDouble(i -> i)
                            .toArray());
        }
        return attributes
                .tensor("value")
                .orElseThrow(() -> op.refused("it holds no tensor", "export constants as tensors"));
    }
}
