package systole.frontend.tflite;

import java.util.List;
import systole.layer.reshape.Reshape;
import systole.network.Layer;
import systole.network.Shape;

/** RESHAPE, SQUEEZE and EXPAND_DIMS. The output's shape is taken from the file, no matter how the model computes it. */
final class ReshapeReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        Shape output = op.output().shape();
        return op.input(0).shape().equals(output) ? List.of() : List.of(new Reshape(output));
    }
}
