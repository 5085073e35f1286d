package systole.layer.reshape;

import java.util.List;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.support.LayerCheck;
import systole.network.Layer;
import systole.network.Shape;
import systole.network.TensorType;

/** The same elements in the same order under another shape. */
public interface Reshaping extends Layer {
    /** The output's shape. */
    Shape shape(Shape input);

    @Override
    default TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        Shape shape = shape(input.shape());
        boolean fits = new LayerCheck(kind(), where, problems)
                .at("shape")
                .require(
                        shape.elements() == input.shape().elements(),
                        "the input " + input.shape() + " has " + input.shape().elements() + " elements and " + shape
                                + " has " + shape.elements(),
                        "keep the number of elements");
        return fits ? input.withShape(shape) : input;
    }
}
