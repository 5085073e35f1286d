package systole.frontend.importing;

import java.util.List;
import systole.layer.reshape.Reshape;
import systole.network.Layer;
import systole.network.Shape;

/** Lets a layer that takes images, such as a 1 x 1 convolution, treat the positions of a tensor of any rank. */
public final class OnImage {
    private OnImage() {}

    /** The layer, which keeps the shape, between layers that make an image and undo it if necessary. */
    public static List<Layer> of(Shape shape, Layer layer) {
        Shape image = Shape.of(1, shape.width(), shape.channels());
        return shape.rank() == image.rank() ? List.of(layer) : List.of(new Reshape(image), layer, new Reshape(shape));
    }
}
