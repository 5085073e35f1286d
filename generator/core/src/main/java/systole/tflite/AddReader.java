package systole.tflite;

import java.util.List;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOptions;
import systole.layer.add.Add;
import systole.network.Layer;
import systole.network.Quantized;

/** ADD of two computed tensors of one shape. */
final class AddReader implements OperatorReader {
    @Override
    public List<Layer> read(OperatorView op) {
        byte fused = op.optional(BuiltinOptions.AddOptions, new AddOptions())
                .map(AddOptions::fusedActivationFunction)
                .orElse(ActivationFunctionType.NONE);
        Quantized output = op.output().element();
        op.requireSameType(op.input(0), op.output());
        op.requireSameType(op.input(1), op.output());
        op.require(
                op.input(0).shape().equals(op.input(1).shape()),
                "the inputs are " + op.input(0).shape() + " and " + op.input(1).shape(),
                "both inputs have the same shape: broadcasting is not supported");
        op.throwIfAny();
        return List.of(Add.add()
                .activation(op.activation(fused, output))
                .output(output)
                .get());
    }
}
