package systole.frontend.tflite;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.PackOptions;
import systole.layer.concat.Concat;
import systole.layer.reshape.Reshape;
import systole.layer.support.Axis;
import systole.network.Layer;
import systole.network.Shape;

/** PACK: tensors side by side along a new dimension. {@code kernels/pack.cc}. */
final class PackReader implements OperatorReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        op.require(
                op.inputs() == 1 || op.input(0).element().equals(op.output().element()),
                "the input is " + op.input(0).element() + " and the output "
                        + op.output().element(),
                "all of them have the same type, scale and zero point");
        op.throwIfAny();
        return op.inputs() == 1 ? List.of(new Reshape(op.output().shape())) : List.of(new Concat(axis(op)));
    }

    @Override
    public List<Integer> reads(FileOperator operator, FileModel model) {
        return operator.inputs();
    }

    /** Each input gets the new dimension first. */
    @Override
    public List<Layer> front(TfliteOperator op, int input) {
        if (op.inputs() == 1) {
            return List.of();
        }
        Shape out = op.output().shape();
        Shape one =
                switch (axis(op)) {
                    case HEIGHT -> out.with(1, out.width(), out.channels());
                    case WIDTH -> out.with(out.height(), 1, out.channels());
                    case CHANNELS -> out.with(out.height(), out.width(), 1);
                };
        return op.input(input).shape().equals(one) ? List.of() : List.of(new Reshape(one));
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
