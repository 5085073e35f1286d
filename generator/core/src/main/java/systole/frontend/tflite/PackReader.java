package systole.frontend.tflite;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.PackOptions;
import systole.layer.concat.Concat;
import systole.layer.reshape.Reshape;
import systole.layer.support.Axis;
import systole.network.Shape;

/** PACK: tensors side by side along a new dimension. {@code kernels/pack.cc}. */
final class PackReader implements OperatorReader {
    @Override
    public LayerTree tree(TfliteOperator op) {
        op.require(
                op.inputs() == 1 || op.input(0).element().equals(op.output().element()),
                "the input is " + op.input(0).element() + " and the output "
                        + op.output().element(),
                "all of them have the same type, scale and zero point");
        op.throwIfAny();
        List<LayerTree> operands =
                IntStream.range(0, op.inputs()).mapToObj(i -> operand(op, i)).toList();
        return operands.size() == 1 ? operands.get(0) : new LayerTree.Applied(new Concat(axis(op)), operands);
    }

    @Override
    public List<Integer> reads(FileOperator operator, FileModel model) {
        return operator.inputs();
    }

    /** An input with the new dimension. */
    private static LayerTree operand(TfliteOperator op, int input) {
        Shape one = op.inputs() == 1 ? op.output().shape() : one(op);
        LayerTree operand = LayerTree.input(input);
        return op.input(input).shape().equals(one) ? operand : operand.then(new Reshape(one));
    }

    private static Shape one(TfliteOperator op) {
        Shape out = op.output().shape();
        return switch (axis(op)) {
            case HEIGHT -> out.with(1, out.width(), out.channels());
            case WIDTH -> out.with(out.height(), 1, out.channels());
            case CHANNELS -> out.with(out.height(), out.width(), 1);
        };
    }

    /** The new dimension in the output. */
    private static Axis axis(TfliteOperator op) {
        PackOptions o = op.options(BuiltinOptions.PackOptions, new PackOptions());
        int rank = op.tensor(0).dims().size() + 1;
        int counted = o.axis() < 0 ? o.axis() + rank : o.axis();
        int fromLast = rank - 1 - counted;
        if (counted < 0 || fromLast < 0 || fromLast >= op.output().shape().rank()) {
            throw op.refused("a new dimension " + o.axis() + " of " + rank, "it is not that of the batch");
        }
        Axis[] all = Axis.values();
        return all[all.length - 1 - fromLast];
    }
}
