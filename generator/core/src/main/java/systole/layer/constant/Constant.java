package systole.layer.constant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.layer.support.Missing;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * Known values in the shape of the input, whose own values do not matter. An operand that is the same in every frame is
 * written with it, such as the embedding of positions that {@code add} adds.
 *
 * @param values the values, whose dimensions are the last ones of the input's shape; they repeat over the others
 * @param output the output's elements
 */
public record Constant(IntTensor values, Quantized output) implements Layer {
    public static final LayerKind<Constant> KIND =
            new LayerKind<>("constant", Constant.class, new ConstantSyntax(), new ConstantGolden(), new ConstantOps());

    /** Starts a constant. */
    public static Builder constant() {
        return new Builder();
    }

    /** Values for every element of a shape, from which those are left out that only repeat others. */
    public static Constant of(Shape shape, int[] all, Quantized output) {
        List<Integer> dims = shape.dims();
        int from = dims.size() - 1;
        while (from > 0 && !repeats(all, size(dims, from))) {
            from--;
        }
        List<Integer> own = dims.subList(from, dims.size());
        return new Constant(new IntTensor(own, Arrays.copyOf(all, size(dims, from))), output);
    }

    private static int size(List<Integer> dims, int from) {
        return dims.stream().skip(from).reduce(1, (a, b) -> a * b);
    }

    private static boolean repeats(int[] all, int period) {
        for (int i = period; i < all.length; i++) {
            if (all[i] != all[i - period]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        Shape shape = inputs.get(0).shape();
        List<Integer> dims = shape.dims();
        LayerCheck check = new LayerCheck(kind(), where, problems).at("values");
        check.require(
                values.rank() <= dims.size()
                        && values.dims().equals(dims.subList(dims.size() - values.rank(), dims.size())),
                "the values have the dimensions " + values.dims() + ", and the input is " + shape,
                "the values have the last dimensions of the input; from " + dims.subList(dims.size() - 1, dims.size())
                        + " to " + dims);
        check.values("values", values, output.type());
        return new TensorType(shape, output);
    }

    /** Builds a constant. Both the values and the output are required. */
    public static final class Builder implements Supplier<Constant> {
        private Optional<IntTensor> values = Optional.empty();
        private Optional<Quantized> output = Optional.empty();

        private Builder() {}

        /** The values, whose dimensions are the last ones of the input's shape. */
        public Builder values(IntTensor known) {
            values = Optional.of(known);
            return this;
        }

        public Builder output(Quantized elements) {
            output = Optional.of(elements);
            return this;
        }

        @Override
        public Constant get() {
            return new Constant(
                    values.orElseThrow(Missing.of("constant", "values")),
                    output.orElseThrow(Missing.of("constant", "output")));
        }
    }
}
