package systole.layer.pad;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Padding;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * A border around an input [H, W, C] or, left and right only, [W, C].
 *
 * @param padding sizes in positions
 * @param value the border's raw integer; the zero point if empty
 */
public record Pad(Padding.Explicit padding, OptionalInt value) implements Layer {
    public static final LayerKind<Pad> KIND =
            new LayerKind<>("pad", Pad.class, new PadSyntax(), new PadGolden(), new PadOps());

    private static final int MAX = 1 << 16;

    /** Starts a border of zero points. */
    public static Builder pad(int top, int bottom, int left, int right) {
        return new Builder(new Padding.Explicit(top, bottom, left, right));
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        Shape shape = input.shape();
        IntType type = input.type();
        LayerCheck check = new LayerCheck(kind(), where, problems);
        boolean usable = check.at("value")
                        .require(
                                type.contains(fill(input)),
                                "the value " + fill(input) + " is outside " + type,
                                "use one of " + type.min() + ".." + type.max())
                & check.rank(shape, 2, 3)
                & check.at("padding")
                        .require(
                                List.of(padding.top(), padding.bottom(), padding.left(), padding.right()).stream()
                                        .allMatch(n -> n <= MAX),
                                "a side is padded by more than " + MAX + " positions",
                                "use smaller ones");
        return usable ? input.withShape(padded(shape, check)) : input;
    }

    private Shape padded(Shape shape, LayerCheck check) {
        int height = shape.height() + padding.top() + padding.bottom();
        int width = shape.width() + padding.left() + padding.right();
        return check.shapeLike(shape, height, width, shape.channels()).orElse(shape);
    }

    /** The border's raw integer. */
    public int fill(TensorType input) {
        return value.orElse(input.element().zero());
    }

    /** Builds a border. */
    public static final class Builder implements Supplier<Pad> {
        private final Padding.Explicit padding;
        private OptionalInt value = OptionalInt.empty();

        private Builder(Padding.Explicit padding) {
            this.padding = padding;
        }

        /** The border's raw integer; the zero point by default. */
        public Builder value(int raw) {
            value = OptionalInt.of(raw);
            return this;
        }

        @Override
        public Pad get() {
            return new Pad(padding, value);
        }
    }
}
