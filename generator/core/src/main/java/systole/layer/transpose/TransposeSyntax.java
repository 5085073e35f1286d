package systole.layer.transpose;

import java.util.List;
import java.util.Optional;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.Plain;
import systole.network.Shape;

/** {@code transpose(x, dims = [2, 4, 8], order = [0, 2, 1], shape = [2, 8, 4])}, of which only the order is required. */
final class TransposeSyntax implements Syntax<Transpose> {
    @Override
    public List<String> keys() {
        return List.of("dims", "order", "shape");
    }

    @Override
    public Transpose read(Arguments arguments) {
        Plain.noOutput(arguments);
        List<Integer> dims = sizes(arguments, "dims", Transpose.MAX_DIMS);
        List<Integer> order = arguments.integers("order", 0, Transpose.MAX_DIMS - 1);
        List<Integer> shape = sizes(arguments, "shape", 3);
        return new Transpose(dims, order, shape.isEmpty() ? Optional.empty() : Optional.of(new Shape(shape)));
    }

    /** Sizes of which there are few, and whose product is that of a tensor. */
    private static List<Integer> sizes(Arguments arguments, String key, int most) {
        if (!arguments.has(key)) {
            return List.of();
        }
        List<Integer> sizes = arguments.integers(key, 1, (int) Shape.MAX_ELEMENTS);
        double elements = sizes.stream().mapToDouble(d -> d).reduce(1, (a, b) -> a * b);
        if (sizes.isEmpty() || sizes.size() > most || elements > Shape.MAX_ELEMENTS) {
            arguments.report(
                    key,
                    sizes + " are no dimensions of a tensor",
                    "give 1 to " + most + " sizes whose product is the number of elements");
            return List.of();
        }
        return sizes;
    }

    @Override
    public void write(Transpose layer, ArgumentWriter out) {
        if (!layer.dims().isEmpty()) {
            out.integers("dims", layer.dims());
        }
        out.integers("order", layer.order());
        layer.shape().ifPresent(shape -> out.integers("shape", shape.dims()));
    }
}
