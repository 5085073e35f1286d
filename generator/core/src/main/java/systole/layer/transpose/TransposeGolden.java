package systole.layer.transpose;

import java.util.List;
import systole.golden.Golden;
import systole.network.TensorType;

/** Computes a transposition: the index of each element of the output is taken apart, and put together in the other order. */
public final class TransposeGolden implements Golden<Transpose> {
    @Override
    public Kernel prepare(Transpose layer, List<TensorType> inputs, TensorType output) {
        List<Integer> dims = layer.dims(inputs.get(0).shape());
        List<Integer> order = layer.order();
        int[] from = new int[output.shape().elements()];
        for (int i = 0; i < from.length; i++) {
            int[] index = new int[dims.size()];
            int rest = i;
            for (int d = order.size() - 1; d >= 0; d--) {
                index[order.get(d)] = rest % dims.get(order.get(d));
                rest /= dims.get(order.get(d));
            }
            for (int d = 0; d < index.length; d++) {
                from[i] = from[i] * dims.get(d) + index[d];
            }
        }
        return (frame, out) -> {
            for (int i = 0; i < out.length; i++) {
                out[i] = frame.get(0)[from[i]];
            }
        };
    }
}
