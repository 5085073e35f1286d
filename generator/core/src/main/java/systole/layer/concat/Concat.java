package systole.layer.concat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.Axis;
import systole.layer.support.LayerCheck;
import systole.network.Arity;
import systole.network.Layer;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * Joins 2 to 16 tensors of one rank and quantization along an axis. All other dimensions must agree.
 *
 * @param axis the dimension that grows
 */
public record Concat(Axis axis) implements Layer {
    public static final LayerKind<Concat> KIND =
            new LayerKind<>("concat", Concat.class, new ConcatSyntax(), new ConcatGolden(), new ConcatOps());

    private static final Arity ARITY = new Arity(2, 16);

    /** Starts a concatenation along the channels. */
    public static Builder concat() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Arity arity() {
        return ARITY;
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        LayerCheck check = new LayerCheck(kind(), where, problems);
        TensorType first = inputs.get(0);
        boolean usable = true;
        for (TensorType other : inputs) {
            usable &= check.require(
                            other.element().equals(first.element()),
                            "the inputs are " + first.element() + " and " + other.element(),
                            "all inputs have the same type, scale and zero point; requantize where they are made")
                    & check.require(
                            agree(first.shape(), other.shape()),
                            "the inputs are " + first.shape() + " and " + other.shape(),
                            "all dimensions but the axis agree");
        }
        return first.withShape(usable ? joined(inputs, check).orElse(first.shape()) : first.shape());
    }

    private boolean agree(Shape a, Shape b) {
        return a.rank() == b.rank()
                && List.of(Axis.values()).stream().allMatch(other -> other == axis || other.of(a) == other.of(b));
    }

    private Optional<Shape> joined(List<TensorType> inputs, LayerCheck check) {
        Shape first = inputs.get(0).shape();
        int total = inputs.stream().mapToInt(t -> axis.of(t.shape())).sum();
        return switch (axis) {
            case HEIGHT -> check.shapeLike(first, total, first.width(), first.channels());
            case WIDTH -> check.shapeLike(first, first.height(), total, first.channels());
            case CHANNELS -> check.shapeLike(first, first.height(), first.width(), total);
        };
    }

    /** Builds a concatenation along an axis. */
    public static final class Builder implements Supplier<Concat> {
        private Axis axis = Axis.CHANNELS;

        private Builder() {}

        public Builder axis(Axis growing) {
            axis = growing;
            return this;
        }

        @Override
        public Concat get() {
            return new Concat(axis);
        }
    }
}
