package systole.frontend.tflite;

import static org.tensorflow.lite.schema.ActivationFunctionType.NONE;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.TransposeConvOptionsT;

/** Random models of the operators that multiply by weights; see {@link OperatorCases}. */
final class MacCases {
    private static final byte INT8 = TensorType.INT8;

    private MacCases() {}

    static int conv(RandomModel m) {
        int groups = m.one(List.of(1, 1, 2));
        int depth = m.size(4);
        int outputs = groups * m.size(4);
        int[] kernel = {m.size(3), m.size(3)};
        Conv2DOptionsT o = new Conv2DOptionsT();
        o.setPadding(m.one(OperatorCases.PADDINGS));
        o.setStrideH(m.size(3));
        o.setStrideW(m.size(3));
        o.setDilationHFactor(m.size(2));
        o.setDilationWFactor(m.size(2));
        o.setFusedActivationFunction(m.one(OperatorCases.FUSED));
        int[] size = {5 + m.size(4), 5 + m.size(4)};
        byte type = m.one(OperatorCases.BYTES);
        int in = m.input(type, 1, size[0], size[1], groups * depth);
        float[] scales = m.weightScales(outputs);
        int taps = kernel[0] * kernel[1] * depth;
        int weights = weights(m, scales, 0, outputs * taps, outputs, kernel[0], kernel[1], depth);
        int out = m.scaled(
                outputScale(m, scales, taps),
                1,
                extent(size[0], kernel[0], o.getStrideH(), o.getDilationHFactor(), o.getPadding()),
                extent(size[1], kernel[1], o.getStrideW(), o.getDilationWFactor(), o.getPadding()),
                outputs);
        m.model.operator(
                BuiltinOperator.CONV_2D, BuiltinOptions.Conv2DOptions, o, biased(m, in, weights, scales, outputs), out);
        return out;
    }

    /** A 1 x 1 convolution to one channel. */
    static int oneChannel(RandomModel m, int in, int... shape) {
        Conv2DOptionsT o = new Conv2DOptionsT();
        o.setStrideH(1);
        o.setStrideW(1);
        float[] scales = {m.scale(0.001, 0.1)};
        int weights = weights(m, scales, 0, shape[3], 1, 1, 1, shape[3]);
        int out = m.scaled(outputScale(m, scales, shape[3]), 1, shape[1], shape[2], 1);
        m.model.operator(
                BuiltinOperator.CONV_2D, BuiltinOptions.Conv2DOptions, o, biased(m, in, weights, scales, 1), out);
        return out;
    }

    static int depthwise(RandomModel m) {
        int channels = m.size(5);
        int multiplier = m.one(List.of(1, 1, 2, 3));
        int outputs = channels * multiplier;
        int[] kernel = {m.size(3), m.size(3)};
        DepthwiseConv2DOptionsT o = new DepthwiseConv2DOptionsT();
        o.setPadding(m.one(OperatorCases.PADDINGS));
        // With 8 bits, the runtime works it out from the weights, and so do we.
        o.setDepthMultiplier(m.wide() ? multiplier : m.one(List.of(multiplier, multiplier, 0)));
        o.setStrideH(m.size(2));
        o.setStrideW(m.size(3));
        o.setDilationHFactor(m.size(2));
        o.setDilationWFactor(m.size(2));
        o.setFusedActivationFunction(m.one(OperatorCases.FUSED));
        int[] size = {5 + m.size(4), 5 + m.size(4)};
        byte type = m.one(OperatorCases.BYTES);
        int in = m.input(type, 1, size[0], size[1], channels);
        float[] scales = m.weightScales(outputs);
        int taps = kernel[0] * kernel[1];
        int weights = weights(m, scales, 3, outputs * taps, 1, kernel[0], kernel[1], outputs);
        int out = m.scaled(
                outputScale(m, scales, taps),
                1,
                extent(size[0], kernel[0], o.getStrideH(), o.getDilationHFactor(), o.getPadding()),
                extent(size[1], kernel[1], o.getStrideW(), o.getDilationWFactor(), o.getPadding()),
                outputs);
        m.model.operator(
                BuiltinOperator.DEPTHWISE_CONV_2D,
                BuiltinOptions.DepthwiseConv2DOptions,
                o,
                operands(m, false, in, weights, scales, outputs),
                out);
        return out;
    }

    static int transposed(RandomModel m) {
        int depth = m.size(4);
        int outputs = m.size(4);
        int[] kernel = {m.size(5), m.size(5)};
        int[] stride = {m.size(3), m.size(3)};
        TransposeConvOptionsT o = new TransposeConvOptionsT();
        o.setPadding(m.one(OperatorCases.PADDINGS));
        o.setStrideH(stride[0]);
        o.setStrideW(stride[1]);
        int[] size = {1 + m.size(5), 1 + m.size(5)};
        boolean same = o.getPadding() == Padding.SAME;
        int[] shape = {1, 0, 0, outputs};
        for (int i = 0; i < 2; i++) {
            shape[1 + i] = (size[i] - 1) * stride[i] + (same ? 1 + m.random.nextInt(stride[i]) : kernel[i]);
        }
        int in = m.input(m.one(OperatorCases.BYTES), 1, size[0], size[1], depth);
        float[] scales = m.weightScales(outputs);
        int taps = kernel[0] * kernel[1] * depth;
        byte type = m.unsigned() ? TensorType.UINT8 : INT8;
        int weights = m.model.bytes(type, scales, 0, m.bytes(outputs * taps), outputs, kernel[0], kernel[1], depth);
        if (m.unsigned()) {
            m.model.last().getQuantization().setZeroPoint(new long[] {m.zero(type)});
        }
        int to = m.model.ints(shape, 4);
        List<Integer> operands = m.random.nextInt(3) == 0
                ? List.of(to, weights, in)
                : List.of(to, weights, in, m.bias(outputs, 1 << m.size(16), scales[0]));
        int out = m.scaled(outputScale(m, scales, taps), shape);
        m.model.operator(BuiltinOperator.TRANSPOSE_CONV, BuiltinOptions.TransposeConvOptions, o, operands, out);
        return out;
    }

    static int dense(RandomModel m) {
        int inputs = m.size(40);
        int outputs = m.size(9);
        int positions = m.one(List.of(1, 1, 1, 4));
        FullyConnectedOptionsT o = new FullyConnectedOptionsT();
        o.setFusedActivationFunction(m.one(OperatorCases.FUSED));
        byte type = m.one(OperatorCases.BYTES);
        int in = m.random.nextBoolean() || positions > 1
                ? m.input(type, 1, positions, inputs)
                : m.input(type, 1, inputs);
        float[] scales = m.weightScales(outputs);
        // With a scale for each channel and three dimensions the runtime computes the first position only.
        o.setKeepNumDims(positions > 1 && scales.length == 1);
        int weights = weights(m, scales, 0, outputs * inputs, outputs, inputs);
        float scale = outputScale(m, scales, inputs);
        int out = o.getKeepNumDims() ? m.scaled(scale, 1, positions, outputs) : m.scaled(scale, positions, outputs);
        boolean plain =
                !m.wide() && !o.getKeepNumDims() && o.getFusedActivationFunction() == NONE && m.random.nextBoolean();
        m.model.operator(
                BuiltinOperator.FULLY_CONNECTED,
                plain ? BuiltinOptions.NONE : BuiltinOptions.FullyConnectedOptions,
                plain ? null : o,
                operands(m, true, in, weights, scales, outputs),
                out);
        return out;
    }

    /** 8 bits, or 4 bits where the runtime has them: not with a scale for each channel of a dense layer. */
    private static int weights(RandomModel m, float[] scales, int channelAxis, int count, int... dims) {
        boolean dense = dims.length == 2;
        if (m.unsigned() || (dense && scales.length == 1 && m.random.nextInt(4) == 0)) {
            int asymmetric =
                    m.model.bytes(m.unsigned() ? TensorType.UINT8 : INT8, scales, channelAxis, m.bytes(count), dims);
            m.model.last().getQuantization().setZeroPoint(new long[] {m.zero(m.unsigned() ? TensorType.UINT8 : INT8)});
            return asymmetric;
        }
        boolean few = m.random.nextInt(5) == 0 && (dims.length > 2 ? !m.wide() : scales.length == 1);
        return few
                ? m.model.bytes(TensorType.INT4, scales, channelAxis, m.bytes((count + 1) / 2), dims)
                : m.model.bytes(INT8, scales, channelAxis, m.bytes(count), dims);
    }

    /** A scale that some of the outputs fit into. */
    private static float outputScale(RandomModel m, float[] scales, int taps) {
        float bytes = (float) (m.inputScale() * scales[0] * Math.sqrt(taps) * m.scale(5, 200));
        return m.wide() ? bytes * m.scale(0.1, 2) : bytes;
    }

    private static List<Integer> operands(
            RandomModel m, boolean dense, int in, int weights, float[] scales, int outputs) {
        return switch (m.random.nextInt(6)) {
            case 0, 1 -> dense && m.random.nextBoolean() ? List.of(in, weights, -1) : List.of(in, weights);
            default -> biased(m, in, weights, scales, outputs);
        };
    }

    /** With a bias, which this runtime demands of CONV_2D. */
    private static List<Integer> biased(RandomModel m, int in, int weights, float[] scales, int outputs) {
        return List.of(in, weights, m.bias(outputs, 1 << m.size(16), scales[0]));
    }

    static int extent(int size, int kernel, int stride, int dilation, byte padding) {
        int covered = padding == Padding.SAME ? 1 : (kernel - 1) * dilation + 1;
        return (size - covered) / stride + 1;
    }
}
