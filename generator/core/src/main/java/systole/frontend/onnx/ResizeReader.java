package systole.frontend.onnx;

import java.util.List;
import systole.layer.resize.ResizeNearest;
import systole.network.Shape;

/** Resize to whole multiples of height and width, by repeating the nearest position. */
final class ResizeReader implements OperatorReader {
    private static final List<String> COORDINATES = List.of("asymmetric", "half_pixel", "pytorch_half_pixel");

    @Override
    public Value read(OnnxOperator op) {
        Wire image = op.image(op.flow(0));
        String mode = op.attributes().text("mode", "nearest");
        String coordinates = op.attributes().text("coordinate_transformation_mode", "half_pixel");
        String nearest = op.attributes().text("nearest_mode", "round_prefer_floor");
        op.attributes().ignore("cubic_coeff_a", "exclude_outside", "extrapolation_value", "antialias");
        op.attributes().ignore("keep_aspect_ratio_policy");
        op.require(mode.equals("nearest"), "mode " + mode, "use nearest");
        boolean floor = coordinates.equals("asymmetric") ? nearest.equals("floor") : nearest.startsWith("round_prefer");
        op.require(
                COORDINATES.contains(coordinates) && floor,
                coordinates + " with nearest_mode " + nearest,
                "use asymmetric with floor, or half_pixel with round_prefer_floor");
        op.require(!op.attributes().has("axes"), "axes", "give a factor for every dimension");
        op.problems().throwIfAny();
        return op.same(enlarged(op, image));
    }

    private static Wire enlarged(OnnxOperator op, Wire image) {
        boolean sized = op.has(3);
        Constant stated = op.constant(sized ? 3 : op.has(2) ? 2 : 1);
        int rank = image.dims().size();
        if (stated.size() != rank) {
            throw op.refused(stated + " holds " + stated.size() + " values", "give one for every dimension");
        }
        double[] dims = stated.values().clone();
        for (int d = 0; d < rank; d++) {
            dims[d] *= sized ? 1 : image.dims().get(d);
            int factor = (int) (dims[d] / image.dims().get(d));
            op.require(
                    dims[d] == (double) factor * image.dims().get(d) && factor >= 1 && (d > 1 || factor == 1),
                    "dimension " + d + " of " + image.dims() + " becomes " + dims[d],
                    "height and width may become whole multiples");
        }
        op.problems().throwIfAny();
        Shape shape = image.shape();
        int height = rank == 3 ? 1 : (int) dims[2];
        int width = (int) dims[rank - 1];
        return height == shape.height() && width == shape.width()
                ? image
                : op.addImage(new ResizeNearest(height, width), image, shape.channels(), height, width);
    }
}
