package systole.frontend.tflite;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.SoftmaxOptions;
import systole.layer.softmax.Softmax;
import systole.network.Layer;

/** SOFTMAX over the last dimension. */
final class SoftmaxReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        SoftmaxOptions o = op.options(BuiltinOptions.SoftmaxOptions, new SoftmaxOptions());
        op.requireSameType(op.input(0), op.output());
        return List.of(new Softmax(o.beta(), op.output().element()));
    }
}
