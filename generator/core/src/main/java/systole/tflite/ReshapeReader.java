package systole.tflite;

import java.util.List;
import systole.layer.reshape.Reshape;
import systole.network.Layer;
import systole.network.Shape;

/** RESHAPE, SQUEEZE and EXPAND_DIMS: the output's shape as the file has it, however it was computed. */
final class ReshapeReader implements OperatorReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        Shape output = op.output().shape();
        return op.input(0).shape().equals(output) ? List.of() : List.of(new Reshape(output));
    }
}
