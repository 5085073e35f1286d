package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The dimensions that operators give to a tensor without changing its elements, for constants and for activations. */
final class Dims {
    private Dims() {}

    /** The number of elements. */
    static long elements(List<Integer> dims) {
        return dims.stream().mapToLong(d -> d).reduce(1, (a, b) -> a * b);
    }

    /** Flatten, which joins the dimensions in front of the axis into one, and those from it on. */
    static List<Integer> flatten(OnnxOperator op, List<Integer> dims) {
        int axis = op.attributes().integer("axis", 1);
        int from = axis == dims.size() ? axis : op.axis(axis, dims);
        return List.of((int) elements(dims.subList(0, from)), (int) elements(dims.subList(from, dims.size())));
    }

    /** Reshape to any dimensions. A dimension of 0 is that of the input, and -1 follows from the others. */
    static List<Integer> reshape(OnnxOperator op, List<Integer> from) {
        List<Integer> wanted = op.has(1)
                ? op.constant(1).integers().stream().boxed().toList()
                : op.attributes().integers("shape", List.of());
        op.require(op.attributes().integer("allowzero", 0) == 0, "allowzero", "leave it out");
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            dims.add(wanted.get(i) == 0 && i < from.size() ? from.get(i) : wanted.get(i));
        }
        double known = dims.stream().filter(d -> d != -1).mapToDouble(d -> d).reduce(1, (a, b) -> a * b);
        if (Collections.frequency(dims, -1) == 1 && known > 0) {
            dims.set(dims.indexOf(-1), (int) (elements(from) / known));
        }
        boolean fits = dims.stream().allMatch(d -> d > 0)
                && dims.stream().mapToDouble(d -> d).reduce(1, (a, b) -> a * b) == elements(from);
        if (!fits) {
            throw op.refused("a tensor " + from + " cannot become " + wanted, "the batch is 1");
        }
        return dims;
    }

    /** Squeeze, which removes dimensions of 1. */
    static List<Integer> squeeze(OnnxOperator op, List<Integer> from) {
        List<Integer> axes = axes(op).stream().map(a -> op.axis(a, from)).toList();
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            boolean gone = axes.isEmpty() ? from.get(i) == 1 : axes.contains(i);
            op.require(!gone || from.get(i) == 1, "dimension " + i + " of " + from + " is not 1", "");
            if (!gone) {
                dims.add(from.get(i));
            }
        }
        return dims;
    }

    /** Unsqueeze, which inserts dimensions of 1. */
    static List<Integer> unsqueeze(OnnxOperator op, List<Integer> from) {
        List<Integer> stated = axes(op);
        int rank = from.size() + stated.size();
        List<Integer> axes =
                stated.stream().map(a -> a < 0 ? a + rank : a).sorted().toList();
        List<Integer> dims = new ArrayList<>(from);
        for (int axis : axes) {
            if (axis < 0 || axis > dims.size()) {
                throw op.refused("axes " + stated + " of a tensor " + from, "export the model again");
            }
            dims.add(axis, 1);
        }
        return dims;
    }

    /** The axes of an operator, which are an input since version 13 and an attribute before. */
    static List<Integer> axes(OnnxOperator op) {
        return op.has(1)
                ? op.constant(1).integers().stream().boxed().toList()
                : op.attributes().integers("axes", List.of());
    }

    /** The order of dimensions that a Transpose asks for: dimension i of the result is dimension {@code order[i]}. */
    static List<Integer> order(OnnxOperator op, List<Integer> dims) {
        List<Integer> reversed =
                new ArrayList<>(IntStream.range(0, dims.size()).boxed().toList());
        Collections.reverse(reversed);
        List<Integer> order = op.attributes().integers("perm", reversed);
        if (!order.stream().sorted().toList().equals(reversed.stream().sorted().toList())) {
            throw op.refused("perm " + order + " of a tensor " + dims, "export the model again");
        }
        return order;
    }
}
