package systole.layer.pool;

import java.util.List;
import systole.golden.Golden;
import systole.network.Range;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window;

/** Computes pooling. */
public final class PoolGolden<L extends Pooling> implements Golden<L> {
    @Override
    public Kernel prepare(L layer, List<TensorType> inputs, TensorType output) {
        Shape shape = inputs.get(0).shape();
        Window.Placed placed = layer.window(shape).on(shape.height(), shape.width());
        Range bounds = layer.activation().bounds(output.element());
        boolean max = layer.function() == Pooling.Function.MAX;
        return (frame, out) -> new Frame(frame.get(0), out, shape.channels(), placed, bounds, max).run();
    }

    private record Frame(int[] in, int[] out, int channels, Window.Placed placed, Range bounds, boolean max) {
        void run() {
            Window window = placed.window();
            for (int y = 0; y < placed.outH(); y++) {
                int top = y * window.strideH() - placed.padTop();
                for (int x = 0; x < placed.outW(); x++) {
                    int left = x * window.strideW() - placed.padLeft();
                    position(
                            (y * placed.outW() + x) * channels,
                            Math.max(top, 0),
                            Math.min(top + window.kernelH(), placed.inH()),
                            Math.max(left, 0),
                            Math.min(left + window.kernelW(), placed.inW()));
                }
            }
        }

        private void position(int to, int top, int bottom, int left, int right) {
            int count = (bottom - top) * (right - left);
            for (int c = 0; c < channels; c++) {
                long sum = 0;
                int largest = Integer.MIN_VALUE;
                for (int row = top; row < bottom; row++) {
                    for (int column = left; column < right; column++) {
                        int value = in[(row * placed.inW() + column) * channels + c];
                        sum += value;
                        largest = Math.max(largest, value);
                    }
                }
                out[to + c] = (int) bounds.clamp(max ? largest : Pooling.mean(sum, count));
            }
        }
    }
}
