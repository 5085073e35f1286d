package systole.frontend.tflite;

import java.util.List;
import java.util.function.ToIntFunction;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.DepthToSpaceOptions;
import org.tensorflow.lite.schema.SpaceToDepthOptions;
import systole.network.Layer;
import systole.network.Shape;

/** SPACE_TO_DEPTH and DEPTH_TO_SPACE: the pixels of a square side by side in the channels, and back. */
final class DepthSpaceReader implements RowReader {
    private final boolean toDepth;
    private final ToIntFunction<TfliteOperator> size;

    private DepthSpaceReader(boolean toDepth, ToIntFunction<TfliteOperator> size) {
        this.toDepth = toDepth;
        this.size = size;
    }

    /** {@code reference/space_to_depth.h}. */
    static DepthSpaceReader toDepth() {
        return new DepthSpaceReader(
                true, op -> op.options(BuiltinOptions.SpaceToDepthOptions, new SpaceToDepthOptions())
                        .blockSize());
    }

    /** {@code reference/depth_to_space.h}. */
    static DepthSpaceReader toSpace() {
        return new DepthSpaceReader(
                false, op -> op.options(BuiltinOptions.DepthToSpaceOptions, new DepthToSpaceOptions())
                        .blockSize());
    }

    @Override
    public List<Layer> read(TfliteOperator op) {
        int block = size.applyAsInt(op);
        Shape in = op.input(0).shape();
        Shape flat = toDepth ? in : op.output().shape();
        if (block < 1 || flat.height() % block != 0 || flat.width() % block != 0 || flat.elements() != in.elements()) {
            throw op.refused(
                    "squares of " + block + " in " + flat + ", from " + in, "they divide the height and the width");
        }
        int rows = flat.height() / block;
        int columns = flat.width() / block;
        return toDepth
                ? TransposeReader.layers(
                        op, List.of(rows, block, columns, block, flat.channels()), List.of(0, 2, 1, 3, 4))
                : TransposeReader.layers(
                        op, List.of(rows, columns, block, block, flat.channels()), List.of(0, 2, 1, 3, 4));
    }
}
