package systole.layer.argmax;

import java.util.List;
import systole.golden.Golden;
import systole.network.TensorType;

/** Finds the index of the largest channel. */
public final class ArgmaxGolden implements Golden<Argmax> {
    @Override
    public Kernel prepare(Argmax layer, List<TensorType> inputs, TensorType output) {
        int channels = inputs.get(0).shape().channels();
        return (frame, out) -> {
            for (int i = 0; i < out.length; i++) {
                out[i] = largest(frame.get(0), i * channels, channels);
            }
        };
    }

    private static int largest(int[] in, int from, int channels) {
        int best = 0;
        for (int c = 1; c < channels; c++) {
            if (in[from + c] > in[from + best]) {
                best = c;
            }
        }
        return best;
    }
}
