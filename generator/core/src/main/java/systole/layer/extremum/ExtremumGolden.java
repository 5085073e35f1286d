package systole.layer.extremum;

import java.util.List;
import systole.golden.Golden;
import systole.network.TensorType;

/** Computes an extremum. */
public final class ExtremumGolden<L extends Extremum> implements Golden<L> {
    @Override
    public Kernel prepare(L layer, List<TensorType> inputs, TensorType output) {
        boolean greatest = layer.greatest();
        return (frame, out) -> {
            int[] first = frame.get(0);
            int[] second = frame.get(1);
            for (int i = 0; i < out.length; i++) {
                out[i] = greatest ? Math.max(first[i], second[i]) : Math.min(first[i], second[i]);
            }
        };
    }
}
