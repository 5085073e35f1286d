package systole.frontend.tflite;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import systole.layer.concat.Concat;
import systole.layer.support.Axis;
import systole.network.IntType;
import systole.network.Quantized;

/** CONCATENATION: of int8 without rescaling; inputs of uint8 are brought to the output's scale and zero point. */
final class ConcatReader implements OperatorReader {
    private static final List<Axis> FROM_LAST = List.of(Axis.CHANNELS, Axis.WIDTH, Axis.HEIGHT);

    @Override
    public LayerTree tree(TfliteOperator op) {
        ConcatenationOptions o = op.options(BuiltinOptions.ConcatenationOptions, new ConcatenationOptions());
        Quantized output = op.output().element();
        op.require(
                o.fusedActivationFunction() == ActivationFunctionType.NONE,
                "a fused activation function",
                "make it an operator of its own");
        IntStream.range(0, op.inputs())
                .filter(i -> !rescaled(op, i) && !op.input(i).element().equals(output))
                .forEach(i -> op.require(
                        false,
                        "input " + i + " is " + op.input(i).element() + " and the output " + output,
                        "all inputs have the output's scale and zero point; put a QUANTIZE in front"));
        if (op.kept().isPresent()) {
            return operand(op, 0).then(op.kept().get().layers(op.input(0).shape()));
        }
        Axis axis = FROM_LAST.get(op.fromLast(o.axis()));
        List<LayerTree> operands =
                IntStream.range(0, op.inputs()).mapToObj(i -> operand(op, i)).toList();
        return operands.size() == 1 ? operands.get(0) : new LayerTree.Applied(new Concat(axis), operands);
    }

    @Override
    public List<Integer> reads(FileOperator operator, FileModel model) {
        return operator.inputs();
    }

    private static LayerTree operand(TfliteOperator op, int input) {
        Quantized from = op.input(input).element();
        Quantized to = op.output().element();
        LayerTree operand = LayerTree.input(input);
        return rescaled(op, input) && !from.equals(to)
                ? operand.then(TableReader.lookup(from, to, Rescale::concatenated))
                : operand;
    }

    private static boolean rescaled(TfliteOperator op, int input) {
        return op.input(input).type().equals(IntType.UINT8)
                && op.output().type().equals(IntType.UINT8);
    }
}
