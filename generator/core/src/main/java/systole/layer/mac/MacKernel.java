package systole.layer.mac;

import java.util.List;
import systole.golden.Golden;
import systole.network.Range;
import systole.network.Requantizer;
import systole.network.TensorType;
import systole.network.Window;
import systole.network.Window.Placed;

/** Visits the taps of every output position. The subclasses hold the sums. */
abstract class MacKernel implements Golden.Kernel {
    /** Output channels. */
    final int outputs;
    /** Input channels of one group. */
    final int groupInputs;
    /** Output channels of one group. */
    final int groupOutputs;

    final int groups;
    final int inputZero;

    private final int inputs;
    private final Placed placed;
    private final Requantizer requantizer;
    private final int outputZero;
    private final Range bounds;

    MacKernel(Mac mac, TensorType input) {
        inputs = input.shape().channels();
        outputs = mac.channels();
        groups = mac.groups();
        groupInputs = inputs / groups;
        groupOutputs = outputs / groups;
        inputZero = input.element().zero();
        placed = mac.window().on(input.shape().height(), input.shape().width());
        requantizer = mac.requantizer(input.element());
        outputZero = mac.output().zero();
        bounds = new Range(mac.lo(), mac.hi());
    }

    /** Sets every sum to its bias. */
    abstract void start();

    /**
     * Adds the products of one tap.
     *
     * @param in the input
     * @param from index of the input position's first channel
     * @param tap row-major index in the kernel
     */
    abstract void add(int[] in, int from, int tap);

    /** The sum of an output channel. */
    abstract long sum(int channel);

    @Override
    public void run(List<int[]> frame, int[] output) {
        int[] in = frame.get(0);
        int to = 0;
        for (int y = 0; y < placed.outH(); y++) {
            for (int x = 0; x < placed.outW(); x++) {
                start();
                position(in, y, x);
                for (int m = 0; m < outputs; m++) {
                    output[to++] = (int) bounds.clamp(requantizer.apply(m, sum(m)) + outputZero);
                }
            }
        }
    }

    private void position(int[] in, int y, int x) {
        Window window = placed.window();
        for (int kh = 0; kh < window.kernelH(); kh++) {
            int row = y * window.strideH() - placed.padTop() + kh * window.dilationH();
            for (int kw = 0; kw < window.kernelW() && row >= 0 && row < placed.inH(); kw++) {
                int column = x * window.strideW() - placed.padLeft() + kw * window.dilationW();
                if (column >= 0 && column < placed.inW()) {
                    add(in, (row * placed.inW() + column) * inputs, kh * window.kernelW() + kw);
                }
            }
        }
    }

    /** Weights as [tap][input channel of the group][output channel], so that output channels are neighbours. */
    static int[] transposed(Mac mac) {
        int rows = mac.taps();
        int columns = mac.channels();
        int[] from = mac.weights().toArray();
        int[] to = new int[from.length];
        for (int m = 0; m < columns; m++) {
            for (int k = 0; k < rows; k++) {
                to[k * columns + m] = from[m * rows + k];
            }
        }
        return to;
    }
}
