package systole.layer.pair;

import java.util.List;
import systole.golden.Golden;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantizer;
import systole.network.TensorType;

/** Makes one element from two: {@code clamp(level(accumulator) + zero)}. */
public final class PairGolden<L extends Pair> implements Golden<L> {
    @Override
    public Kernel prepare(L layer, List<TensorType> inputs, TensorType output) {
        PairArithmetic arithmetic = layer.arithmetic(inputs);
        Requantizer requantizer = arithmetic.requantizer();
        Quantized element = output.element();
        Range bounds = layer.activation().bounds(element);
        int channels = output.shape().channels();
        return (frame, out) -> {
            int[] first = frame.get(0);
            int[] second = frame.get(1);
            for (int i = 0; i < out.length; i++) {
                long level = requantizer.apply(i % channels, arithmetic.combine(first[i], second[i]));
                out[i] = (int) bounds.clamp(level + element.zero());
            }
        };
    }
}
