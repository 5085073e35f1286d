package systole.layer.clamp;

import java.util.List;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.support.LayerCheck;
import systole.network.Activation;
import systole.network.Layer;
import systole.network.TensorType;

/** {@code y = min(max(x, lo), hi)} of any shape, with the input's quantization. */
public interface Clamping extends Layer {
    /** The limits. */
    Activation activation();

    @Override
    default TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        new LayerCheck(kind(), where, problems)
                .activation(activation(), inputs.get(0).element());
        return inputs.get(0);
    }
}
