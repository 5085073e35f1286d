package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.UnidirectionalSequenceLSTMOptionsT;

/** Random LSTMs; see {@link OperatorCases}. */
final class LstmCases {
    private static final byte INT8 = TensorType.INT8;
    private static final int INPUTS = 24;
    private static final int GATES = 4;

    private LstmCases() {}

    static int lstm(RandomModel m) {
        boolean timeMajor = m.random.nextInt(4) == 0;
        int steps = m.size(6);
        int features = m.size(9);
        int in = timeMajor ? m.input(INT8, steps, 1, features) : m.input(INT8, 1, steps, features);
        float outputScale = m.random.nextInt(5) == 0 ? m.scale(0.0005, 0.5) : outputScale(m);
        return lstm(m, in, m.inputScale(), timeMajor, steps, features, m.size(9), outputScale);
    }

    /** About 1/128. */
    static float outputScale(RandomModel m) {
        return m.scale(0.004, 0.009);
    }

    /** An LSTM behind a tensor of a scale. */
    static int lstm(
            RandomModel m,
            int in,
            float scale,
            boolean timeMajor,
            int steps,
            int features,
            int units,
            float outputScale) {
        int zero = m.random.nextInt(3) == 0 ? 0 : m.zero(INT8);
        List<Integer> inputs = new ArrayList<>(Collections.nCopies(INPUTS, -1));
        inputs.set(0, in);
        float[] weightScales = weightScales(m, scale, features);
        float[] recurrentScales = weightScales(m, outputScale, units);
        for (int gate = 0; gate < GATES; gate++) {
            inputs.set(1 + gate, weights(m, weightScales[gate], units, features));
            inputs.set(1 + GATES + gate, weights(m, recurrentScales[gate], units, units));
            inputs.set(12 + gate, bias(m, units, 2 / (weightScales[gate] * scale)));
        }
        int fraction = m.one(List.of(12, 11, 9 + m.random.nextInt(7)));
        inputs.set(18, variable(m, m.model.tensor(INT8, outputScale, zero, 1, units)));
        inputs.set(19, variable(m, m.model.tensor(TensorType.INT16, Math.scalb(1.0, -fraction), 0, 1, units)));
        float hiddenScale = m.random.nextInt(4) == 0 ? outputScale * m.scale(0.5, 2) : outputScale;
        int[] intermediates = IntStream.rangeClosed(0, GATES)
                .map(i -> i < GATES ? m.model.plain(TensorType.FLOAT32, 0) : m.model.tensor(INT8, hiddenScale, zero, 0))
                .toArray();
        UnidirectionalSequenceLSTMOptionsT o = new UnidirectionalSequenceLSTMOptionsT();
        o.setFusedActivationFunction(ActivationFunctionType.TANH);
        o.setCellClip(m.one(List.of(0f, 10f, m.scale(0.1, 70))));
        o.setTimeMajor(timeMajor);
        int[] shape = timeMajor ? new int[] {steps, 1, units} : new int[] {1, steps, units};
        int out = m.model.tensor(INT8, outputScale, zero, shape);
        m.model.operator(
                BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM,
                BuiltinOptions.UnidirectionalSequenceLSTMOptions,
                o,
                inputs,
                out);
        m.model.intermediates(intermediates);
        return out;
    }

    /** Gates move through all of their range, or, now and then, hardly at all or from one end to the other. */
    private static float[] weightScales(RandomModel m, float scale, int columns) {
        double usual = 0.0005 / (scale * Math.sqrt(columns));
        float[] scales = new float[GATES];
        for (int gate = 0; gate < GATES; gate++) {
            scales[gate] = (float) usual * (m.random.nextInt(6) == 0 ? m.scale(0.001, 100) : m.scale(0.3, 3));
        }
        return scales;
    }

    private static int weights(RandomModel m, float scale, int rows, int columns) {
        return m.model.bytes(INT8, new float[] {scale}, 0, m.bytes(rows * columns), rows, columns);
    }

    private static int bias(RandomModel m, int units, double reach) {
        int most = (int) Math.max(1, Math.min(1 << 24, reach));
        return m.model.ints(m.random.ints(units, -most, most + 1).toArray(), units);
    }

    private static int variable(RandomModel m, int tensor) {
        m.model.last().setIsVariable(true);
        return tensor;
    }
}
