package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import systole.layer.pad.Pad;
import systole.layer.reshape.Reshape;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Padding;
import systole.network.Shape;

/**
 * PAD, which pads with the output's zero point, and PADV2, which has a value of its own. Channels are padded as the
 * width of an image of one channel, because this has the same elements in the same order.
 */
final class PadReader implements RowReader {
    private static final int SIDES = 2;

    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        IntTensor sizes = op.constant(1);
        int rank = op.tensor(0).dims().size();
        if (!sizes.dims().equals(List.of(rank, SIDES))) {
            throw op.refused("the sizes are " + sizes.dims(), "they are [" + rank + ", 2] for this input");
        }
        Shape shape = op.input(0).shape();
        for (int axis = 0; axis < rank - shape.rank(); axis++) {
            op.require(
                    sizes.get(SIDES * axis) == 0 && sizes.get(SIDES * axis + 1) == 0,
                    "dimension " + axis + " of " + op.tensor(0).dims() + " is padded",
                    "height, width and channels can be padded");
        }
        op.throwIfAny();
        int zero = op.has(2) ? op.constant(2).get(0) : op.output().element().zero();
        boolean usual = zero == op.input(0).element().zero();
        return layers(shape, sizes, usual ? OptionalInt.empty() : OptionalInt.of(zero));
    }

    private static List<Layer> layers(Shape shape, IntTensor sizes, OptionalInt value) {
        List<Layer> layers = new ArrayList<>();
        int before = side(sizes, 0, 0);
        int after = side(sizes, 0, 1);
        int channels = shape.channels() + before + after;
        if (channels > shape.channels()) {
            layers.add(new Reshape(Shape.of(shape.pixels(), shape.channels(), 1)));
            layers.add(new Pad(new Padding.Explicit(0, 0, before, after), value));
            layers.add(new Reshape(Shape.of(shape.height(), shape.width(), channels)));
        }
        Padding.Explicit around =
                new Padding.Explicit(side(sizes, 2, 0), side(sizes, 2, 1), side(sizes, 1, 0), side(sizes, 1, 1));
        if (!around.equals(new Padding.Explicit(0, 0, 0, 0))) {
            layers.add(new Pad(around, value));
        }
        return layers;
    }

    /** The padding of a dimension, which is counted from the last one; 0 if there is no such dimension. */
    private static int side(IntTensor sizes, int fromLast, int end) {
        int axis = sizes.dim(0) - 1 - fromLast;
        return axis < 0 ? 0 : sizes.get(SIDES * axis + end);
    }
}
