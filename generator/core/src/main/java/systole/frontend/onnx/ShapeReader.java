package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import systole.network.Layout;

/**
 * Operators that only change how elements are counted. They need no hardware, because the stream stays the same and the
 * next reader uses the layout.
 *
 * @param shaped gives the same stream other dimensions
 */
record ShapeReader(BiFunction<OnnxOperator, Wire, Wire> shaped) implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        if (op.value(0) instanceof Value.Fixed) {
            throw op.refused("it works on a constant", "simplify the model, so that constants are folded");
        }
        return op.same(shaped.apply(op, op.flow(0)));
    }

    /** Flatten, which joins the dimensions from the axis on into one. */
    static Wire flatten(OnnxOperator op, Wire flow) {
        int axis = op.attributes().integer("axis", 1);
        int from = axis == flow.dims().size() ? axis : op.axis(axis, flow);
        int outer = flow.dims().subList(0, from).stream().reduce(1, (a, b) -> a * b);
        return flow.with(List.of(outer, flow.shape().elements() / outer), flow.layout());
    }

    /** Reshape to any dimensions. A dimension of 0 is that of the input, and -1 follows from the others. */
    static Wire reshape(OnnxOperator op, Wire flow) {
        List<Integer> wanted = op.has(1)
                ? op.constant(1).integers().stream().boxed().toList()
                : op.attributes().integers("shape", List.of());
        op.require(op.attributes().integer("allowzero", 0) == 0, "allowzero", "leave it out");
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            dims.add(wanted.get(i) == 0 && i < flow.dims().size() ? flow.dims().get(i) : wanted.get(i));
        }
        long known = dims.stream().filter(d -> d != -1).mapToLong(d -> d).reduce(1, (a, b) -> a * b);
        if (Collections.frequency(dims, -1) == 1 && known > 0) {
            dims.set(dims.indexOf(-1), (int) (flow.shape().elements() / known));
        }
        boolean fits = dims.stream().allMatch(d -> d > 0)
                && dims.stream().mapToDouble(d -> d).reduce(1, (a, b) -> a * b)
                        == flow.shape().elements();
        if (!fits) {
            throw op.refused("a tensor " + flow.dims() + " cannot become " + wanted, "the batch is 1");
        }
        return flow.with(dims, flow.layout());
    }

    /** Squeeze, which removes dimensions of 1. */
    static Wire squeeze(OnnxOperator op, Wire flow) {
        List<Integer> axes = axes(op).stream().map(a -> op.axis(a, flow)).toList();
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < flow.dims().size(); i++) {
            boolean gone = axes.isEmpty() ? flow.dims().get(i) == 1 : axes.contains(i);
            op.require(!gone || flow.dims().get(i) == 1, "dimension " + i + " of " + flow.dims() + " is not 1", "");
            if (!gone) {
                dims.add(flow.dims().get(i));
            }
        }
        return flow.with(dims, flow.layout());
    }

    /** Unsqueeze, which inserts dimensions of 1. */
    static Wire unsqueeze(OnnxOperator op, Wire flow) {
        List<Integer> stated = axes(op);
        int rank = flow.dims().size() + stated.size();
        List<Integer> axes =
                stated.stream().map(a -> a < 0 ? a + rank : a).sorted().toList();
        List<Integer> dims = new ArrayList<>(flow.dims());
        for (int axis : axes) {
            if (axis < 0 || axis > dims.size()) {
                throw op.refused("axes " + stated + " of a tensor " + flow.dims(), "export the model again");
            }
            dims.add(axis, 1);
        }
        return flow.with(dims, flow.layout());
    }

    private static List<Integer> axes(OnnxOperator op) {
        return op.has(1)
                ? op.constant(1).integers().stream().boxed().toList()
                : op.attributes().integers("axes", List.of());
    }

    /** Transpose, in which dimensions change places, but the order of the stream stays the same. */
    static Wire transpose(OnnxOperator op, Wire flow) {
        List<Integer> reversed =
                new ArrayList<>(IntStream.range(0, flow.dims().size()).boxed().toList());
        Collections.reverse(reversed);
        List<Integer> permutation = op.attributes().integers("perm", reversed);
        if (!permutation.stream()
                .sorted()
                .toList()
                .equals(reversed.stream().sorted().toList())) {
            throw op.refused("perm " + permutation + " of a tensor " + flow.dims(), "export the model again");
        }
        Layout layout = flow.layout()
                .transposed(flow.dims(), permutation)
                .orElseThrow(() -> op.refused(
                        "elements of " + flow.dims() + " would have to be put in another order",
                        "transpose images between NCHW and NHWC only, before they are reshaped"));
        return flow.with(permutation.stream().map(flow.dims()::get).toList(), layout);
    }
}
