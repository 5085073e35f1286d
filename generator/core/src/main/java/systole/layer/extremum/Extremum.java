package systole.layer.extremum;

import java.util.List;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.support.LayerCheck;
import systole.network.Arity;
import systole.network.Layer;
import systole.network.TensorType;

/** The greater, or the lesser, of two tensors of one shape and one quantization, element by element. */
public interface Extremum extends Layer {
    /** True for the greater. */
    boolean greatest();

    @Override
    default Arity arity() {
        return Arity.TWO;
    }

    @Override
    default TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType first = inputs.get(0);
        TensorType second = inputs.get(1);
        LayerCheck check = new LayerCheck(kind(), where, problems);
        check.require(
                first.shape().equals(second.shape()),
                "the inputs are " + first.shape() + " and " + second.shape(),
                "both inputs have the same shape: resize_nearest repeats the positions of one");
        check.require(
                first.element().equals(second.element()),
                "the inputs are " + first.element() + " and " + second.element(),
                "both inputs have the same type, scale and zero point: a lookup can rescale one");
        return first;
    }
}
