package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import systole.frontend.importing.Part;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Layout;

/** Slice and Split: a part of some dimensions. Elements keep their values, so any scale is kept. */
final class SliceReader implements OperatorReader {
    /** The parts that an output takes. */
    @FunctionalInterface
    private interface Range {
        List<Cut> of(OnnxOperator op, Wire flow);
    }

    private final Range range;
    private final boolean severalOutputs;

    private SliceReader(Range range, boolean severalOutputs) {
        this.range = range;
        this.severalOutputs = severalOutputs;
    }

    /** Slice with starts, ends, axes and steps, which are inputs since version 10 and attributes before. */
    static SliceReader slice() {
        return new SliceReader((op, flow) -> Cut.slices(op, flow.dims()), false);
    }

    /** Split into parts of equal or of given sizes. */
    static SliceReader split() {
        return new SliceReader(SliceReader::share, true);
    }

    @Override
    public boolean severalOutputs() {
        return severalOutputs;
    }

    @Override
    public Value read(OnnxOperator op) {
        Wire flow = op.flow(0);
        List<Cut> cuts = range.of(op, flow);
        op.require(
                cuts.stream().allMatch(cut -> cut.part().count() > 0),
                "a dimension of which nothing is taken",
                "an output has at least one element");
        op.problems().throwIfAny();
        Wire taken = flow;
        for (Cut cut : cuts) {
            taken = cut.part().isAll() ? taken : taken(op, taken, cut);
        }
        return op.same(taken);
    }

    private static Wire taken(OnnxOperator op, Wire flow, Cut cut) {
        List<Integer> dims = new ArrayList<>(flow.dims());
        dims.set(cut.axis(), cut.part().count());
        boolean image = flow.isImage() && cut.axis() > 0;
        Wire viewed = image ? op.image(flow) : viewed(op, flow, cut.axis());
        List<Part> parts = new ArrayList<>(Part.all(viewed.shape()));
        // An image streams its channels, dimension 1, last; another tensor is seen as [outer, dimension, inner].
        int place = !image ? 1 : cut.axis() == 1 ? 2 : cut.axis() - flow.dims().size() + 2;
        parts.set(place, cut.part());
        Layout layout = image ? Layout.channelsLast(dims) : Layout.rowMajor(dims);
        for (Layer layer : Part.layers(parts)) {
            viewed = op.network().add(op.name(), layer, List.of(viewed), dims, layout);
        }
        return viewed;
    }

    private static Wire viewed(OnnxOperator op, Wire flow, int axis) {
        List<Integer> dims = flow.dims();
        return op.shaped(op.rowMajor(flow), (int) Dims.elements(dims.subList(0, axis)), dims.get(axis), (int)
                Dims.elements(dims.subList(axis + 1, dims.size())));
    }

    /** The part of one output: sizes are given, or all outputs but the last have the same size. */
    private static List<Cut> share(OnnxOperator op, Wire flow) {
        int axis = op.axis(op.attributes().integer("axis", 0), flow);
        int size = flow.dims().get(axis);
        int outputs = op.node().outputs().size();
        op.attributes().ignore("num_outputs");
        int equal = (size + outputs - 1) / outputs;
        IntTensor sizes = op.has(1)
                ? op.constant(1).integers()
                : IntTensor.vector(op.attributes().integers("split", List.of()).stream()
                        .mapToInt(i -> i)
                        .toArray());
        int[] each = sizes.size() > 0
                ? sizes.toArray()
                : IntStream.range(0, outputs)
                        .map(i -> Math.max(0, Math.min(equal, size - i * equal)))
                        .toArray();
        if (each.length != outputs || IntStream.of(each).sum() != size) {
            throw op.refused(
                    "a dimension of " + size + " for " + outputs + " outputs of " + IntTensor.vector(each),
                    "export the model again");
        }
        int first = IntStream.of(each).limit(op.part()).sum();
        return List.of(new Cut(axis, new Part(size, first, 1, each[op.part()])));
    }
}
