package systole.tflite;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import systole.layer.concat.Concat;
import systole.layer.concat.Concat.Axis;
import systole.network.Layer;
import systole.network.Quantized;

/** CONCATENATION without rescaling. */
final class ConcatReader implements OperatorReader {
    private static final List<Axis> FROM_LAST = List.of(Axis.CHANNELS, Axis.WIDTH, Axis.HEIGHT);

    @Override
    public List<Layer> read(OperatorView op) {
        ConcatenationOptions o = op.options(BuiltinOptions.ConcatenationOptions, new ConcatenationOptions());
        Quantized output = op.output().element();
        op.require(
                o.fusedActivationFunction() == ActivationFunctionType.NONE,
                "a fused activation function",
                "make it an operator of its own");
        IntStream.range(0, op.inputs())
                .filter(i -> !op.input(i).element().equals(output))
                .forEach(i -> op.require(
                        false,
                        "input " + i + " is " + op.input(i).element() + " and the output " + output,
                        "all inputs have the output's scale and zero point; put a QUANTIZE in front"));
        Axis axis = FROM_LAST.get(op.fromLast(o.axis()));
        return op.inputs() == 1 ? List.of() : List.of(new Concat(axis));
    }
}
