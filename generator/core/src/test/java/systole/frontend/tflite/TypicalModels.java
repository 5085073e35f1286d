package systole.frontend.tflite;

import static org.tensorflow.lite.schema.ActivationFunctionType.NONE;
import static org.tensorflow.lite.schema.ActivationFunctionType.RELU;
import static org.tensorflow.lite.schema.ActivationFunctionType.RELU6;
import static org.tensorflow.lite.schema.Padding.SAME;
import static org.tensorflow.lite.schema.Padding.VALID;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.TensorType;

/** Small networks of the shapes that converters make, with random weights; each returns its output tensor. */
final class TypicalModels {
    static final Map<String, ToIntFunction<RandomModel>> ALL = new TreeMap<>(Map.of(
            "convolutions over time", TypicalModels::overTime,
            "inverted residual", TypicalModels::invertedResidual,
            "squeeze and excite", TypicalModels::squeezeAndExcite,
            "encoder and decoder", TypicalModels::encoderDecoder,
            "the last step of an LSTM", TypicalModels::lastStep,
            "convolution and stacked LSTMs", TypicalModels::stacked,
            "bidirectional LSTM", TypicalModels::bidirectional,
            "uint8 of two branches", TypicalModels::unsignedBranches));

    private TypicalModels() {}

    /** Conv1D becomes EXPAND_DIMS, CONV_2D, SQUEEZE. */
    private static int overTime(RandomModel m) {
        Composer c = new Composer(m, TensorType.INT8);
        int x = c.conv(c.expand(c.input(1, 20, 3)), 6, 1, 5, 2, VALID, RELU);
        x = c.conv(c.expand(c.reshape(x, 1, 8, 6)), 4, 1, 3, 1, SAME, RELU);
        return c.softmax(c.dense(c.squeeze(x), 3));
    }

    private static int invertedResidual(RandomModel m) {
        Composer c = new Composer(m, TensorType.INT8);
        int x = c.input(1, 9, 9, 2);
        x = c.conv(c.pad(x, 0, 1, 0, 1), 4, 3, 3, 2, VALID, RELU6);
        int y = c.conv(x, 8, 1, 1, 1, SAME, RELU6);
        y = c.depthwise(y, 3, 1, RELU6);
        y = c.conv(y, 4, 1, 1, 1, SAME, NONE);
        return c.dense(c.mean(c.add(x, y)), 5);
    }

    private static int squeezeAndExcite(RandomModel m) {
        Composer c = new Composer(m, TensorType.INT8);
        int x = c.unary(BuiltinOperator.HARD_SWISH, c.conv(c.input(1, 6, 6, 3), 8, 3, 3, 1, SAME, NONE));
        int s = c.conv(c.mean(x), 4, 1, 1, 1, SAME, RELU);
        s = c.logistic(c.conv(s, 8, 1, 1, 1, SAME, NONE));
        return c.conv(c.mul(x, s), 3, 1, 1, 1, SAME, NONE);
    }

    private static int encoderDecoder(RandomModel m) {
        Composer c = new Composer(m, TensorType.INT8);
        int x = c.conv(c.input(1, 8, 8, 1), 4, 3, 3, 1, SAME, RELU);
        int deep = c.conv(x, 6, 3, 3, 2, SAME, RELU);
        int joined = c.concat(x, c.quantizeLike(c.twice(deep), x));
        return c.logistic(c.conv(joined, 1, 1, 1, 1, SAME, NONE));
    }

    private static int lastStep(RandomModel m) {
        Composer c = new Composer(m, TensorType.INT8);
        return c.softmax(c.dense(c.lastStep(c.lstm(c.input(1, 6, 5), 7)), 4));
    }

    private static int stacked(RandomModel m) {
        Composer c = new Composer(m, TensorType.INT8);
        int x = c.squeeze(c.conv(c.expand(c.input(1, 12, 2)), 6, 1, 3, 2, VALID, RELU));
        return c.dense(c.lstm(c.lstm(x, 5), 3), 4);
    }

    private static int bidirectional(RandomModel m) {
        Composer c = new Composer(m, TensorType.INT8);
        int x = c.input(1, 5, 4);
        int ahead = c.lstm(x, 3);
        int back = c.reverse(c.quantizeLike(c.lstm(c.reverse(x), 6), ahead));
        int both = c.concat(ahead, back);
        int again = c.lastStep(c.lstm(c.reverse(both), 4));
        return c.dense(c.concat(c.lastStep(both), c.quantizeLike(again, ahead)), 3);
    }

    private static int unsignedBranches(RandomModel m) {
        Composer c = new Composer(m, TensorType.UINT8);
        int x = c.input(1, 7, 7, 3);
        int a = c.conv(x, 4, 1, 1, 2, SAME, RELU6);
        int b = c.depthwise(x, 3, 2, RELU6);
        return c.softmax(c.dense(c.concat(a, b), 4));
    }
}
