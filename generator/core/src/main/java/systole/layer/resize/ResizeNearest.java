package systole.layer.resize;

import java.util.List;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.network.Layer;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * An input [H, W, C] or [W, C] enlarged by whole factors: {@code out[y, x] = in[y / (height / H), x / (width / W)]},
 * rounded down. Enlarging a single position is a broadcast.
 *
 * @param height of the output; 1 for an input [W, C]
 * @param width of the output
 */
public record ResizeNearest(int height, int width) implements Layer {
    public static final LayerKind<ResizeNearest> KIND = new LayerKind<>(
            "resize_nearest",
            ResizeNearest.class,
            new ResizeNearestSyntax(),
            new ResizeNearestGolden(),
            new ResizeNearestOps());

    /** An output of this height and width, multiples of the input's. */
    public static Supplier<ResizeNearest> resizeNearest(int height, int width) {
        return () -> new ResizeNearest(height, width);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        Shape shape = input.shape();
        LayerCheck check = new LayerCheck(kind(), where, problems);
        boolean usable = check.rank(shape, 2, 3)
                && check.at("size")
                        .require(
                                height % shape.height() == 0 && width % shape.width() == 0,
                                height + " x " + width + " positions are no multiple of " + shape.height() + " x "
                                        + shape.width(),
                                "enlarge by whole factors; to reduce, use maxpool2d or avgpool2d");
        return usable
                ? input.withShape(
                        check.shapeLike(shape, height, width, shape.channels()).orElse(shape))
                : input;
    }
}
