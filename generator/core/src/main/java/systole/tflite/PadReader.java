package systole.tflite;

import java.util.List;
import java.util.OptionalInt;
import systole.layer.pad.Pad;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Padding;

/** PAD, with the output's zero point, and PADV2, with a value of its own: height and width only. */
final class PadReader implements OperatorReader {
    private static final int SIDES = 2;

    @Override
    public List<Layer> read(OperatorView op) {
        op.requireSameType(op.input(0), op.output());
        IntTensor sizes = op.constant(1);
        int rank = op.tensor(0).dims().size();
        if (!sizes.dims().equals(List.of(rank, SIDES))) {
            throw op.refused("the sizes are " + sizes.dims(), "they are [" + rank + ", 2] for this input");
        }
        if (op.input(0).shape().rank() < 2) {
            throw op.refused(
                    "the input is " + op.tensor(0).dims(), "height and width can be padded, and there are none");
        }
        for (int axis = 0; axis < rank; axis++) {
            boolean spatial =
                    axis == rank - 2 || (axis == rank - 3 && op.input(0).shape().rank() == 3);
            op.require(
                    spatial || (sizes.get(SIDES * axis) == 0 && sizes.get(SIDES * axis + 1) == 0),
                    "dimension " + axis + " of " + op.tensor(0).dims() + " is padded",
                    "height and width can be padded");
        }
        op.throwIfAny();
        int zero = op.has(2) ? op.constant(2).get(0) : op.output().element().zero();
        boolean usual = zero == op.input(0).element().zero();
        return List.of(new Pad(sides(sizes, rank), usual ? OptionalInt.empty() : OptionalInt.of(zero)));
    }

    private static Padding.Explicit sides(IntTensor sizes, int rank) {
        int width = SIDES * (rank - 2);
        int height = SIDES * (rank - 3);
        return new Padding.Explicit(
                height < 0 ? 0 : sizes.get(height),
                height < 0 ? 0 : sizes.get(height + 1),
                sizes.get(width),
                sizes.get(width + 1));
    }
}
