package systole.layer.transpose;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.network.Layer;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * The dimensions of a tensor in another order. The tensor may be seen with other dimensions before and after, so that this
 * also moves space to depth, depth to space, and channels between groups.
 *
 * @param dims the dimensions of the input, whose product is the number of its elements; those of its shape if empty
 * @param order dimension {@code i} of the result is dimension {@code order[i]} of the input
 * @param shape the shape of the output; the dimensions in their new order if empty
 */
public record Transpose(List<Integer> dims, List<Integer> order, Optional<Shape> shape) implements Layer {
    public static final LayerKind<Transpose> KIND = new LayerKind<>(
            "transpose", Transpose.class, new TransposeSyntax(), new TransposeGolden(), new TransposeOps());

    /** The most dimensions. */
    static final int MAX_DIMS = 8;

    public Transpose {
        dims = List.copyOf(dims);
        order = List.copyOf(order);
    }

    /** Starts a transposition of a tensor's own dimensions. */
    public static Builder transpose(Integer... order) {
        return new Builder(List.of(order));
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        LayerCheck check = new LayerCheck(kind(), where, problems);
        List<Integer> seen = dims(input.shape());
        boolean usable = check.at("dims")
                        .require(
                                product(seen) == input.shape().elements(),
                                "the input " + input.shape() + " has "
                                        + input.shape().elements() + " elements and " + seen + " has " + product(seen),
                                "keep the number of elements")
                && check.at("order")
                        .require(
                                order.stream()
                                        .sorted()
                                        .toList()
                                        .equals(IntStream.range(0, seen.size())
                                                .boxed()
                                                .toList()),
                                "the order " + order + " does not have each of the dimensions " + seen + " once",
                                "write the numbers 0 to " + (seen.size() - 1) + " in their new order");
        return usable ? input.withShape(shape(seen, input.shape(), check)) : input;
    }

    private Shape shape(List<Integer> seen, Shape input, LayerCheck check) {
        List<Integer> result = order.stream().map(seen::get).toList();
        boolean known = check.require(
                shape.isPresent() || result.size() <= Shape.of(1, 1, 1).rank(),
                "the result " + result + " has more than three dimensions",
                "give the shape of the output: shape = [height, width, channels]");
        Shape wanted = shape.orElseGet(() -> known ? new Shape(result) : input);
        boolean fits = check.at("shape")
                .require(
                        wanted.elements() == input.elements(),
                        "the input " + input + " has " + input.elements() + " elements and " + wanted + " has "
                                + wanted.elements(),
                        "keep the number of elements");
        return fits ? wanted : input;
    }

    private static long product(List<Integer> dims) {
        return dims.stream().mapToLong(d -> d).reduce(1, (a, b) -> a * b);
    }

    /** The dimensions of an input. */
    public List<Integer> dims(Shape input) {
        return dims.isEmpty() ? input.dims() : dims;
    }

    /** For each dimension of the result, the distance of neighbours in the input's stream. */
    public List<Integer> strides(Shape input) {
        List<Integer> seen = dims(input);
        int[] strides = new int[seen.size()];
        int stride = 1;
        for (int i = seen.size() - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= seen.get(i);
        }
        return order.stream().map(i -> strides[i]).toList();
    }

    /** Builds a transposition. */
    public static final class Builder implements Supplier<Transpose> {
        private final List<Integer> order;
        private List<Integer> dims = List.of();
        private Optional<Shape> shape = Optional.empty();

        private Builder(List<Integer> order) {
            this.order = order;
        }

        /** The dimensions with which the input is seen. */
        public Builder dims(Integer... seen) {
            dims = List.of(seen);
            return this;
        }

        /** The shape of the output. */
        public Builder shape(Integer... output) {
            shape = Optional.of(Shape.of(output));
            return this;
        }

        @Override
        public Transpose get() {
            return new Transpose(dims, order, shape);
        }
    }
}
