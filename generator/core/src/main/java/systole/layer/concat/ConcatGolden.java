package systole.layer.concat;

import java.util.List;
import systole.golden.Golden;
import systole.network.TensorType;

/** Computes a concatenation from runs of each input in turn. */
public final class ConcatGolden implements Golden<Concat> {
    @Override
    public Kernel prepare(Concat layer, List<TensorType> inputs, TensorType output) {
        int[] runs = inputs.stream().mapToInt(t -> layer.axis().run(t.shape())).toArray();
        int rounds = inputs.get(0).shape().elements() / runs[0];
        return (frame, out) -> {
            int to = 0;
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < runs.length; i++) {
                    System.arraycopy(frame.get(i), round * runs[i], out, to, runs[i]);
                    to += runs[i];
                }
            }
        };
    }
}
