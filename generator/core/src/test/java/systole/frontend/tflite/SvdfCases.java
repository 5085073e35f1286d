package systole.frontend.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.SVDFOptionsT;
import org.tensorflow.lite.schema.TensorType;

/** Random SVDFs; see {@link OperatorCases}. */
final class SvdfCases {
    private SvdfCases() {}

    static int svdf(RandomModel m) {
        return svdf(m, m.size(6));
    }

    /** With filters over a number of frames. */
    static int svdf(RandomModel m, int frames) {
        int inputs = m.size(12);
        int units = m.size(5);
        int rank = m.size(2);
        int filters = units * rank;
        int in = m.input(TensorType.INT8, 1, inputs);
        float[] featureScale = {m.scale(0.001, 0.1)};
        int features = m.model.bytes(TensorType.INT8, featureScale, 0, m.bytes(filters * inputs), filters, inputs);
        float stateScale = (float) (m.inputScale() * featureScale[0] * Math.sqrt(inputs) * m.scale(0.1, 8));
        float[] timeScale = {m.scale(0.00001, 0.01)};
        int most = Math.min(Short.MAX_VALUE, 60_000 / (rank * frames)); // so that no sum leaves 32 bits
        ByteBuffer words = ByteBuffer.allocate(2 * filters * frames).order(ByteOrder.LITTLE_ENDIAN);
        m.random.ints((long) filters * frames, -most, most + 1).forEach(w -> words.putShort((short) w));
        int time = m.model.bytes(TensorType.INT16, timeScale, 0, words.array(), filters, frames);
        int bias = m.model.ints(m.random.ints(units, -100_000, 100_000).toArray(), units);
        QuantizationParametersT q = new QuantizationParametersT();
        q.setScale(new float[] {stateScale * timeScale[0]});
        q.setZeroPoint(new long[] {0});
        m.model.last().setQuantization(q);
        int state = m.model.tensor(TensorType.INT16, stateScale, 0, 1, filters * frames);
        m.model.last().setIsVariable(true);
        int out = m.scaled(
                (float) (stateScale * timeScale[0] * Math.sqrt(frames * rank) * m.scale(500, 50_000)), 1, units);
        SVDFOptionsT o = new SVDFOptionsT();
        o.setRank(rank);
        o.setFusedActivationFunction(ActivationFunctionType.RELU);
        List<Integer> operands = List.of(in, features, time, m.random.nextInt(4) == 0 ? -1 : bias, state);
        m.model.operator(BuiltinOperator.SVDF, BuiltinOptions.SVDFOptions, o, operands, out);
        return out;
    }
}
