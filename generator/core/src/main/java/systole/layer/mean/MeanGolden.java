package systole.layer.mean;

import java.util.List;
import systole.golden.Golden;
import systole.network.IntType;
import systole.network.Requantizer;
import systole.network.TensorType;

/** Computes a mean. */
public final class MeanGolden implements Golden<Mean> {
    @Override
    public Kernel prepare(Mean layer, List<TensorType> inputs, TensorType output) {
        Requantizer requantizer = layer.requantizer(inputs.get(0));
        int inputZero = inputs.get(0).element().zero();
        int outputZero = output.element().zero();
        IntType type = output.type();
        return (frame, out) -> {
            int[] in = frame.get(0);
            for (int c = 0; c < out.length; c++) {
                long sum = 0;
                for (int i = c; i < in.length; i += out.length) {
                    sum += in[i] - inputZero;
                }
                out[c] = type.clamp(requantizer.apply(c, sum) + outputZero);
            }
        };
    }
}
