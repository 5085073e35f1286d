package systole.layer.reverse;

import java.util.List;
import systole.golden.Golden;
import systole.network.Shape;
import systole.network.TensorType;

/** Computes a reversal: runs of elements that stay together, from the last of each block to the first. */
public final class ReverseGolden implements Golden<Reverse> {
    @Override
    public Kernel prepare(Reverse layer, List<TensorType> inputs, TensorType output) {
        Shape shape = output.shape();
        int block = layer.axis().run(shape);
        int run = block / layer.axis().of(shape);
        return (frame, out) -> {
            for (int start = 0; start < out.length; start += block) {
                for (int from = 0; from < block; from += run) {
                    System.arraycopy(frame.get(0), start + from, out, start + block - run - from, run);
                }
            }
        };
    }
}
