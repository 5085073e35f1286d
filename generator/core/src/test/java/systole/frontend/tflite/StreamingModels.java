package systole.frontend.tflite;

import static org.tensorflow.lite.schema.ActivationFunctionType.NONE;
import static org.tensorflow.lite.schema.ActivationFunctionType.RELU;
import static org.tensorflow.lite.schema.Padding.VALID;

import java.util.List;
import org.tensorflow.lite.schema.TensorType;

/** Networks that hear a slice of features at a time, of random sizes: the shapes that microWakeWord's trainer makes. */
final class StreamingModels {
    private StreamingModels() {}

    /** Convolutions one after the other, each over rows of several frames, and a score of the last rows. */
    static int wakeWord(RandomModel m) {
        Composer c = new Composer(m, TensorType.INT8);
        int stride = m.size(3);
        int x = c.input(1, stride, 1, 2 + m.size(6));
        int kernel = stride + m.size(4);
        x = c.conv(c.history(x, kernel - stride), 3 + m.size(5), kernel, 1, stride, VALID, RELU);
        for (int block = m.size(3); block > 0; block--) {
            x = m.random.nextInt(3) == 0 ? residual(c, m, x) : m.random.nextBoolean() ? mixed(c, m, x) : plain(c, m, x);
        }
        x = c.history(x, m.size(5));
        return score(c, c.dense(x, 1 + m.random.nextInt(2)));
    }

    /** The sizes of a model that listens for one word, of four blocks; a frame is three slices of 40 features. */
    static int mixedNet(RandomModel m) {
        Composer c = new Composer(m, TensorType.INT8);
        int x = c.conv(c.history(c.expandRows(c.input(1, 3, 40)), 2), 32, 5, 1, 3, VALID, RELU);
        x = pointwise(c, c.depthwiseOverTime(c.history(x, 4), 5, 1, NONE));
        for (int[] kernels : new int[][] {{7, 11}, {9, 15}}) {
            int all = c.history(x, kernels[1] - 1);
            int a = c.depthwiseOverTime(c.channels(c.lastRows(all, kernels[0]), 0, 32), kernels[0], 1, NONE);
            int b = c.depthwiseOverTime(c.channels(all, 32, 32), kernels[1], 1, NONE);
            x = pointwise(c, c.concat(a, c.quantizeLike(b, a)));
        }
        x = pointwise(c, c.depthwiseOverTime(c.history(x, 22), 23, 1, NONE));
        return score(c, c.dense(c.history(x, 4), 1));
    }

    /** Within the range in which a score is between 0 and 1. */
    private static int score(Composer c, int x) {
        return c.logistic(c.scaled(x, 0.04f));
    }

    private static int pointwise(Composer c, int x) {
        return c.conv(x, 64, 1, 1, 1, VALID, RELU);
    }

    /** A depthwise convolution over time and one of single pixels. */
    private static int plain(Composer c, RandomModel m, int x) {
        int kernel = 1 + m.size(5);
        int y = c.depthwiseOverTime(c.history(x, kernel - 1), kernel, 1, m.one(List.of(NONE, RELU)));
        return c.conv(y, 2 + m.size(5), 1, 1, 1, VALID, RELU);
    }

    /** Groups of channels with kernels of different sizes, which share one history. */
    private static int mixed(Composer c, RandomModel m, int x) {
        int[] shape = c.shape(x);
        if (shape[3] < 2) {
            return plain(c, m, x);
        }
        int small = 1 + m.size(3);
        int large = small + m.size(3);
        int all = c.history(x, large - 1);
        int half = 1 + m.random.nextInt(shape[3] - 1);
        int a = c.depthwiseOverTime(c.channels(c.lastRows(all, small - 1 + shape[1]), 0, half), small, 1, NONE);
        int b = c.depthwiseOverTime(c.channels(all, half, shape[3] - half), large, 1, NONE);
        return c.conv(c.concat(a, c.quantizeLike(b, a)), 2 + m.size(5), 1, 1, 1, VALID, RELU);
    }

    /** A branch over time beside one of the newest row alone. */
    private static int residual(Composer c, RandomModel m, int x) {
        int channels = 2 + m.size(4);
        int kernel = 1 + m.size(3);
        int y = c.depthwiseOverTime(c.history(x, kernel - 1), kernel, 1, RELU);
        return c.add(c.conv(y, channels, 1, 1, 1, VALID, NONE), c.conv(x, channels, 1, 1, 1, VALID, NONE));
    }
}
