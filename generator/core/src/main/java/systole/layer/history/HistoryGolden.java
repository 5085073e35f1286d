package systole.layer.history;

import java.util.List;
import systole.golden.Golden;
import systole.network.TensorType;

/** Keeps the last rows of each frame for the next one. */
public final class HistoryGolden implements Golden<History> {
    @Override
    public Kernel prepare(History layer, List<TensorType> inputs, TensorType output) {
        return new Rows(layer.first(inputs.get(0)));
    }

    private static final class Rows implements Kernel {
        private final int[] first;
        private final int[] past;

        Rows(int[] first) {
            this.first = first;
            this.past = first.clone();
        }

        @Override
        public void reset() {
            System.arraycopy(first, 0, past, 0, past.length);
        }

        @Override
        public void run(List<int[]> frame, int[] out) {
            int[] x = frame.get(0);
            System.arraycopy(past, 0, out, 0, past.length);
            System.arraycopy(x, 0, out, past.length, x.length);
            System.arraycopy(out, x.length, past, 0, past.length);
        }
    }
}
