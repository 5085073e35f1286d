package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import systole.network.Quantized;
import systole.rim.RealTensor;
import systole.rim.Step;
import systole.rim.Steps;

/** Operators on real numbers in front of the first quantizer and behind the last dequantizer, as steps. */
final class RimSteps {
    /**
     * A step with the dimensions of its result.
     *
     * @param moves true if it only moves elements
     */
    record Placed(Step step, List<Integer> dims, boolean moves) {}

    /** Operators that only give other dimensions or places to elements. */
    private static final Map<String, BiFunction<OnnxOperator, List<Integer>, List<Integer>>> SHAPES = Map.of(
            "Flatten", Dims::flatten,
            "Reshape", Dims::reshape,
            "Squeeze", Dims::squeeze,
            "Unsqueeze", Dims::unsqueeze,
            "Identity", (op, dims) -> dims,
            "Dropout", (op, dims) -> dims);

    private static final Map<String, Steps.Pair> PAIRS =
            Map.of("Add", (x, c) -> x + c, "Sub", (x, c) -> x - c, "Mul", (x, c) -> x * c, "Div", (x, c) -> x / c);

    private static final Map<String, Steps.Pair> TURNED =
            Map.of("Add", (x, c) -> c + x, "Sub", (x, c) -> c - x, "Mul", (x, c) -> c * x, "Div", (x, c) -> c / x);

    private static final Map<String, Steps.Function> FUNCTIONS = new HashMap<>(Map.of(
            "Relu", RealFunctions::relu,
            "Sigmoid", RealFunctions::logistic,
            "Tanh", RealFunctions::tanh,
            "HardSwish", RealFunctions::hardSwish,
            "Neg", x -> -x,
            "Exp", x -> (float) Math.exp(x)));

    private static final List<String> SOFTMAX = List.of("Softmax", "LogSoftmax");

    private RimSteps() {}

    /** True for operators that sums of a classifier pass last, and that have no kernel of integers. */
    static boolean isSoftmax(FileNode node) {
        return node.domain().isEmpty() && SOFTMAX.contains(node.operator());
    }

    /** True for operators that only move elements. */
    static boolean moves(FileNode node) {
        return SHAPES.containsKey(node.operator()) || node.operator().equals("Transpose");
    }

    /** True for operators that may stand in front of the first quantizer. */
    static boolean leads(FileNode node) {
        return node.domain().isEmpty() && (moves(node) || PAIRS.containsKey(node.operator()));
    }

    /** True for operators that may stand behind the last dequantizer. */
    static boolean trails(FileNode node) {
        return leads(node)
                || isSoftmax(node)
                || FUNCTIONS.containsKey(node.operator())
                || node.operator().equals("Clip");
    }

    /**
     * The step of an operator.
     *
     * @param running the input that is not a constant
     * @param dims its dimensions
     */
    static Placed read(OnnxOperator op, int running, List<Integer> dims) {
        String operator = op.node().operator();
        if (SHAPES.containsKey(operator)) {
            op.attributes().ignore("seed", "ratio");
            List<Integer> shaped = SHAPES.get(operator).apply(op, dims);
            return new Placed(Steps.shaped(shaped), shaped, true);
        }
        if (operator.equals("Transpose")) {
            List<Integer> order = Dims.order(op, dims);
            List<Integer> moved = order.stream().map(dims::get).toList();
            return new Placed(Steps.transposed(order), moved, true);
        }
        if (PAIRS.containsKey(operator)) {
            Steps.Pair pair = (running == 0 ? PAIRS : TURNED).get(operator);
            return new Placed(Steps.pair(pair, constant(op, 1 - running, dims)), dims, false);
        }
        return new Placed(function(op, dims), dims, false);
    }

    private static Step function(OnnxOperator op, List<Integer> dims) {
        if (isSoftmax(op.node())) {
            boolean old = op.opset() < 13;
            int axis = op.axis(op.attributes().integer("axis", old ? 1 : -1), dims);
            long behind = Dims.elements(dims.subList(axis, dims.size()));
            op.require(
                    !old || behind == dims.get(axis),
                    "the axis " + axis + " of " + dims + " joins all those behind it",
                    "export for operator set 13 or later");
            op.problems().throwIfAny();
            return Steps.softmax(axis, op.node().operator().startsWith("Log"));
        }
        if (op.node().operator().equals("Clip")) {
            RealFunction clip = FunctionReader.limits(op);
            return Steps.each(clip::of);
        }
        return Steps.each(Optional.ofNullable(FUNCTIONS.get(op.node().operator()))
                .orElseThrow(() -> op.refused("it computes with real numbers", "leave it out")));
    }

    /** A constant that is repeated to the dimensions of the tensor. */
    private static RealTensor constant(OnnxOperator op, int input, List<Integer> dims) {
        Constant constant = op.value(input) instanceof Value.FixedReals reals ? reals.reals() : op.constant(input);
        int missing = dims.size() - constant.dims().size();
        boolean fits = missing >= 0
                && IntStream.range(0, constant.dims().size()).allMatch(d -> List.of(1, dims.get(d + missing))
                        .contains(constant.dims().get(d)));
        if (!fits) {
            throw op.refused("it joins " + dims + " and " + constant.dims(), "use a constant that is not larger");
        }
        double[] values =
                ConstantShapes.broadcast(constant, new ArrayList<>(dims)).values();
        float[] reals = new float[values.length];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = (float) values[i];
        }
        return new RealTensor(dims, reals);
    }

    /** A pair of quantizers behind a step that has no kernel of integers. */
    static Placed rounded(Quantized element, List<Integer> dims) {
        return new Placed(Steps.rounded(element), dims, false);
    }
}
