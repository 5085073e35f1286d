package systole.layer.softmax;

import java.util.List;
import systole.golden.Golden;
import systole.network.TensorType;

/** Computes a softmax. */
public final class SoftmaxGolden implements Golden<Softmax> {
    @Override
    public Kernel prepare(Softmax layer, List<TensorType> inputs, TensorType output) {
        int channels = output.shape().channels();
        int[] exps = SoftmaxMath.exps(layer.beta(), inputs.get(0).element().scale());
        int zero = layer.output().zero();
        return (frame, out) -> {
            for (int from = 0; from < out.length; from += channels) {
                position(frame.get(0), out, from, from + channels, exps, zero);
            }
        };
    }

    private static void position(int[] in, int[] out, int from, int to, int[] exps, int zero) {
        int largest = Integer.MIN_VALUE;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, in[i]);
        }
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += SoftmaxMath.addend(exps[largest - in[i]]);
        }
        int reciprocal = SoftmaxMath.reciprocal(sum);
        int shift = SoftmaxMath.shift(sum);
        for (int i = from; i < to; i++) {
            out[i] = SoftmaxMath.probability(reciprocal, exps[largest - in[i]], shift) + zero;
        }
    }
}
