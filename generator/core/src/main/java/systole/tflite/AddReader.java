package systole.tflite;

import java.util.List;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOptions;
import systole.layer.add.Add;
import systole.network.Layer;
import systole.network.Quantized;

/** ADD of two computed tensors of one shape, or of one and a constant. */
final class AddReader implements OperatorReader {
    @Override
    public List<Layer> read(OperatorView op) {
        byte fused = op.fused(BuiltinOptions.AddOptions, new AddOptions(), AddOptions::fusedActivationFunction);
        Quantized output = op.output().element();
        Add add = Add.add()
                .activation(op.activation(fused, output))
                .output(output)
                .get();
        return BinaryOperands.of(op).layers(Add.KIND, add);
    }
}
