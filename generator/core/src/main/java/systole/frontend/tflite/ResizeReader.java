package systole.frontend.tflite;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptions;
import systole.layer.resize.ResizeNearest;
import systole.network.Layer;
import systole.network.Shape;

/**
 * RESIZE_NEAREST_NEIGHBOR by whole factors. The reference kernel finds each position in float
 * ({@code reference/resize_nearest_neighbor.h}, {@code GetNearestNeighbor}); if this position differs from the
 * quotient, the operator is refused.
 */
final class ResizeReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        ResizeNearestNeighborOptions o =
                op.options(BuiltinOptions.ResizeNearestNeighborOptions, new ResizeNearestNeighborOptions());
        op.requireSameType(op.input(0), op.output());
        Shape in = op.input(0).shape();
        Shape out = op.output().shape();
        op.require(
                repeats(in.height(), out.height(), o) && repeats(in.width(), out.width(), o),
                "from " + in + " to " + out
                        + (o.alignCorners() ? " with aligned corners" : "")
                        + (o.halfPixelCenters() ? " with half pixel centers" : ""),
                "enlarging by whole factors is supported, where each position is repeated as often");
        op.throwIfAny();
        return in.equals(out) ? List.of() : List.of(new ResizeNearest(out.height(), out.width()));
    }

    private static boolean repeats(int in, int out, ResizeNearestNeighborOptions o) {
        return out % in == 0
                && IntStream.range(0, out)
                        .allMatch(i -> nearest(i, in, out, o.alignCorners(), o.halfPixelCenters()) == i / (out / in));
    }

    private static int nearest(int position, int in, int out, boolean aligned, boolean centers) {
        float scale = aligned && out > 1 ? (in - 1) / (float) (out - 1) : in / (float) out;
        float exact = (position + (centers ? 0.5f : 0f)) * scale;
        int found = (int) (aligned ? FloatTable.halfAway(exact) : Math.floor(exact));
        return Math.min(found, in - 1);
    }
}
