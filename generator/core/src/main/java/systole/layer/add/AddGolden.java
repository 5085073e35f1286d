package systole.layer.add;

import java.util.List;
import systole.golden.Golden;
import systole.network.TensorType;

/** What a sum computes. */
public final class AddGolden implements Golden<Add> {
    @Override
    public Kernel prepare(Add layer, List<TensorType> inputs, TensorType output) {
        AddArithmetic arithmetic = AddArithmetic.of(layer, inputs);
        int channels = output.shape().channels();
        return (frame, out) -> {
            int[] first = frame.get(0);
            int[] second = frame.get(1);
            for (int i = 0; i < out.length; i++) {
                long sum = (long) arithmetic.term(0, first[i]) + arithmetic.term(1, second[i]);
                out[i] = arithmetic.finish(i % channels, sum);
            }
        };
    }
}
