package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Operators that move, repeat, or leave out the elements of constants. */
final class ConstantShapes {
    private ConstantShapes() {}

    /** The strides of the dimensions of a row-major tensor. */
    static int[] strides(List<Integer> dims) {
        int[] strides = new int[dims.size()];
        int stride = 1;
        for (int d = dims.size() - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= dims.get(d);
        }
        return strides;
    }

    /**
     * A constant that takes its elements from another one.
     *
     * @param dims its dimensions
     * @param strides for each dimension, the distance of neighbours in the other constant
     */
    private static Constant strided(Constant from, List<Integer> dims, int[] strides, int first) {
        int[] own = strides(dims);
        return taken(from, dims, i -> {
            int source = first;
            for (int d = 0; d < own.length; d++) {
                source += i / own[d] % dims.get(d) * strides[d];
            }
            return source;
        });
    }

    private static Constant taken(Constant from, List<Integer> dims, IntUnaryOperator source) {
        double[] values = new double[Math.toIntExact(Constant.limited(Dims.elements(dims)))];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.values()[source.applyAsInt(i)];
        }
        return new Constant(from.name(), dims, from.type(), values);
    }

    /** A constant whose dimension i is dimension {@code order[i]} of the other one. */
    static Constant transposed(Constant from, List<Integer> order) {
        int[] strides = strides(from.dims());
        return strided(
                from,
                order.stream().map(from.dims()::get).toList(),
                order.stream().mapToInt(d -> strides[d]).toArray(),
                0);
    }

    /** The constant repeated to other dimensions, aligned at the last ones. Dimensions of 1 are repeated. */
    static Constant broadcast(Constant from, List<Integer> dims) {
        int[] own = strides(from.dims());
        int[] strides = new int[dims.size()];
        int missing = dims.size() - own.length;
        for (int d = 0; d < own.length; d++) {
            strides[d + missing] = from.dims().get(d) == 1 ? 0 : own[d];
        }
        return strided(from, dims, strides, 0);
    }

    static Constant transpose(OnnxOperator op) {
        Constant from = op.constant(0);
        return transposed(from, Dims.order(op, from.dims()));
    }

    /** Gather along one dimension. */
    static Constant gather(OnnxOperator op) {
        Constant from = op.constant(0);
        Constant indices = op.constant(1);
        int axis = op.axis(op.attributes().integer("axis", 0), from.dims());
        int size = from.dims().get(axis);
        int[] at = indices.integers().stream().map(i -> i < 0 ? i + size : i).toArray();
        if (IntStream.of(at).anyMatch(i -> i < 0 || i >= size)) {
            throw op.refused("an index lies outside of " + from.dims(), "export the model again");
        }
        List<Integer> dims = new ArrayList<>(from.dims().subList(0, axis));
        dims.addAll(indices.dims());
        dims.addAll(from.dims().subList(axis + 1, from.dims().size()));
        int inner = strides(from.dims())[axis];
        int step = at.length * inner;
        return taken(from, dims, i -> (i / step * size + at[i / inner % at.length]) * inner + i % inner);
    }

    /** Concat of constants of one type. */
    static Constant concat(OnnxOperator op) {
        List<Constant> parts =
                IntStream.range(0, op.values().size()).mapToObj(op::constant).toList();
        Constant first = parts.get(0);
        int axis = op.axis(op.attributes().integer("axis", 0), first.dims());
        List<Integer> dims = new ArrayList<>(first.dims());
        dims.set(axis, 0);
        long total = 0;
        for (Constant part : parts) {
            List<Integer> others = new ArrayList<>(part.dims());
            if (part.dims().size() != dims.size() || part.type() != first.type()) {
                throw op.refused("its constants differ in type or dimensions", "export the model again");
            }
            total += others.set(axis, 0);
            op.require(
                    others.equals(dims), "it joins " + first.dims() + " and " + part.dims(), "export the model again");
        }
        op.problems().throwIfAny();
        dims.set(axis, Math.toIntExact(Constant.limited(total)));
        double[] values = new double[Math.toIntExact(Constant.limited(Dims.elements(dims)))];
        int row = strides(dims)[axis] * dims.get(axis);
        int from = 0;
        for (Constant part : parts) {
            int own = part.dims().get(axis) * strides(dims)[axis];
            for (int i = 0; i < part.size(); i++) {
                values[i / own * row + from + i % own] = part.values()[i];
            }
            from += own;
        }
        return new Constant(first.name(), dims, first.type(), values);
    }

    /** Slice with steps of any direction. */
    static Constant slice(OnnxOperator op) {
        Constant from = op.constant(0);
        List<Integer> dims = new ArrayList<>(from.dims());
        int[] strides = strides(from.dims());
        int first = 0;
        for (Cut cut : Cut.slices(op, from.dims())) {
            dims.set(cut.axis(), cut.part().count());
            first += cut.part().first() * strides[cut.axis()];
            strides[cut.axis()] *= cut.part().step();
        }
        return strided(from, dims, strides, first);
    }
}
