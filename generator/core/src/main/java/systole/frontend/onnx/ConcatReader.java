package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import systole.layer.concat.Concat;
import systole.layer.support.Axis;
import systole.network.Layout;
import systole.network.Quantized;

/**
 * Concat and QLinearConcat. A table first brings each input with another scale to the output's scale.
 *
 * @param linear scales and zero points are inputs: of the output 0 and 1, then three for each input
 */
record ConcatReader(boolean linear) implements OperatorReader {
    private static final List<Axis> FROM_LAST = List.of(Axis.CHANNELS, Axis.WIDTH, Axis.HEIGHT);

    @Override
    public Value read(OnnxOperator op) {
        List<Wire> flows = linear
                ? IntStream.range(0, (op.node().inputs().size() - 2) / 3)
                        .mapToObj(i -> op.labelled(3 * i + 2, 3 * i + 3, 3 * i + 4))
                        .toList()
                : op.flows(0);
        if (flows.isEmpty()) {
            throw op.refused("it has no inputs", "export the model again");
        }
        int axis = op.attributes().integer("axis", 1);
        if (linear) {
            return new Value.Integers(joined(op, flows, axis, Outcome.scaled(op.element(0, 1))));
        }
        Quantized first = flows.get(0).element();
        boolean alike = flows.stream().allMatch(f -> f.element().equals(first));
        return alike || op.value(0) instanceof Value.Integers
                ? op.same(joined(op, flows, axis, Outcome.scaled(first)))
                : op.sums(false, outcome -> joined(op, flows, axis, outcome));
    }

    private static Wire joined(OnnxOperator op, List<Wire> flows, int axis, Outcome outcome) {
        boolean plain = op.value(0) instanceof Value.Integers;
        boolean images = flows.stream().anyMatch(Wire::isImage);
        List<Axes> inputs = flows.stream()
                .map(f -> plain
                        ? op.network().labelled(op.name() + "_in", f, outcome.element())
                        : op.network().mapped(op.name() + "_in", f, outcome.element(), x -> x))
                .map(f -> Axes.of(op, images && f.hasChannels() ? op.image(f) : f))
                .toList();
        Axes first = inputs.get(0);
        int distance = first.fromLast(op, axis);
        Function<Wire, List<Integer>> others = f -> {
            List<Integer> dims = new ArrayList<>(f.dims());
            dims.set(op.axis(axis, f), 0);
            return dims;
        };
        boolean alike = inputs.stream()
                .allMatch(i ->
                        i.dims().equals(first.dims()) && others.apply(i.flow()).equals(others.apply(first.flow())));
        if (!alike) {
            throw op.refused(
                    "the inputs are " + flows.stream().map(Wire::dims).toList() + ", or stream in different orders",
                    "they differ in the joined dimension only");
        }
        List<Integer> dims = new ArrayList<>(first.flow().dims());
        dims.set(
                op.axis(axis, first.flow()),
                flows.stream().mapToInt(f -> f.dims().get(op.axis(axis, f))).sum());
        Layout layout = first.flow().isImage() ? Layout.channelsLast(dims) : Layout.rowMajor(dims);
        List<Wire> joined = inputs.stream().map(Axes::flow).toList();
        return joined.size() == 1 ? joined.get(0) : op.add(new Concat(FROM_LAST.get(distance)), joined, dims, layout);
    }
}
