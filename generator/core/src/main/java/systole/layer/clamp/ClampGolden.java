package systole.layer.clamp;

import java.util.List;
import systole.golden.Golden;
import systole.network.Range;
import systole.network.TensorType;

/** Computes limits. */
public final class ClampGolden<L extends Clamping> implements Golden<L> {
    @Override
    public Kernel prepare(L layer, List<TensorType> inputs, TensorType output) {
        Range bounds = layer.activation().bounds(output.element());
        return (frame, out) -> {
            int[] in = frame.get(0);
            for (int i = 0; i < out.length; i++) {
                out[i] = (int) bounds.clamp(in[i]);
            }
        };
    }
}
