package systole.frontend.tflite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.MulOptionsT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptionsT;
import org.tensorflow.lite.schema.SoftmaxOptionsT;
import org.tensorflow.lite.schema.SqueezeOptionsT;
import org.tensorflow.lite.schema.TensorType;

/** Puts operators together as converters do; tensors have four dimensions unless said otherwise. */
final class Composer {
    private static final byte PLAIN = BuiltinOptions.NONE;

    private final RandomModel m;
    private final byte type;
    private final Map<Integer, int[]> shapes = new HashMap<>();
    private final Map<Integer, Float> scales = new HashMap<>();

    Composer(RandomModel m, byte type) {
        this.m = m;
        this.type = type;
    }

    int input(int... shape) {
        return known(m.input(type, shape), m.inputScale(), shape);
    }

    private int known(int tensor, float scale, int... shape) {
        shapes.put(tensor, shape);
        scales.put(tensor, scale);
        return tensor;
    }

    /** A computed tensor of a scale, with a random zero point. */
    private int tensor(float scale, int... shape) {
        return known(m.scaled(scale, shape), scale, shape);
    }

    /** A computed tensor with the scale and the zero point of another. */
    private int like(int other, int... shape) {
        int tensor = tensor(scales.get(other), shape);
        m.model.copyQuantization(other, tensor);
        return tensor;
    }

    int conv(int in, int outputs, int kernelH, int kernelW, int stride, byte padding, byte fused) {
        int[] shape = shapes.get(in);
        Conv2DOptionsT o = new Conv2DOptionsT();
        o.setStrideH(shape[1] == 1 ? 1 : stride);
        o.setStrideW(stride);
        o.setPadding(padding);
        o.setFusedActivationFunction(fused);
        float[] weightScales = m.weightScales(outputs);
        int weights = weights(weightScales, 0, outputs, kernelH, kernelW, shape[3]);
        int out = tensor(
                spread(in, weightScales, kernelH * kernelW * shape[3]),
                1,
                MacCases.extent(shape[1], kernelH, o.getStrideH(), 1, padding),
                MacCases.extent(shape[2], kernelW, stride, 1, padding),
                outputs);
        m.model.operator(
                BuiltinOperator.CONV_2D,
                BuiltinOptions.Conv2DOptions,
                o,
                List.of(in, weights, m.bias(outputs, 500, weightScales[0])),
                out);
        return out;
    }

    int depthwise(int in, int kernel, int stride, byte fused) {
        return depthwise(in, kernel, kernel, stride, Padding.SAME, fused);
    }

    /** A depthwise convolution of all rows with a kernel of so many rows, without padding. */
    int depthwiseOverTime(int in, int kernel, int stride, byte fused) {
        return depthwise(in, kernel, 1, stride, Padding.VALID, fused);
    }

    private int depthwise(int in, int kernelH, int kernelW, int stride, byte padding, byte fused) {
        int[] shape = shapes.get(in);
        DepthwiseConv2DOptionsT o = new DepthwiseConv2DOptionsT();
        o.setStrideH(stride);
        o.setStrideW(stride);
        o.setPadding(padding);
        o.setDepthMultiplier(1);
        o.setFusedActivationFunction(fused);
        float[] weightScales = m.weightScales(shape[3]);
        int weights = weights(weightScales, 3, 1, kernelH, kernelW, shape[3]);
        int out = tensor(
                spread(in, weightScales, kernelH * kernelW),
                1,
                MacCases.extent(shape[1], kernelH, stride, 1, padding),
                MacCases.extent(shape[2], kernelW, stride, 1, padding),
                shape[3]);
        m.model.operator(
                BuiltinOperator.DEPTHWISE_CONV_2D,
                BuiltinOptions.DepthwiseConv2DOptions,
                o,
                List.of(in, weights, m.bias(shape[3], 500, weightScales[0])),
                out);
        return out;
    }

    /** Of all elements of the input. */
    int dense(int in, int outputs) {
        int inputs = elements(shapes.get(in));
        float[] weightScales = {m.scale(0.001, 0.1)};
        int weights = weights(weightScales, 0, outputs, inputs);
        int out = tensor(spread(in, weightScales, inputs), 1, outputs);
        m.model.operator(
                BuiltinOperator.FULLY_CONNECTED,
                BuiltinOptions.FullyConnectedOptions,
                new FullyConnectedOptionsT(),
                List.of(in, weights, -1),
                out);
        return out;
    }

    private int weights(float[] weightScales, int axis, int... dims) {
        boolean unsigned = type == TensorType.UINT8;
        int weights = m.model.bytes(type, weightScales, axis, m.bytes(elements(dims)), dims);
        if (unsigned) {
            m.model.last().getQuantization().setZeroPoint(new long[] {m.zero(type)});
        }
        return weights;
    }

    private float spread(int in, float[] weightScales, int taps) {
        return (float) (scales.get(in) * weightScales[0] * Math.sqrt(taps) * m.scale(30, 80));
    }

    private static int elements(int... dims) {
        int product = 1;
        for (int dim : dims) {
            product *= dim;
        }
        return product;
    }

    int add(int a, int b) {
        int out = tensor(2 * Math.max(scales.get(a), scales.get(b)), shapes.get(a));
        m.model.operator(BuiltinOperator.ADD, BuiltinOptions.AddOptions, new AddOptionsT(), List.of(a, b), out);
        return out;
    }

    /** The second may be smaller. */
    int mul(int a, int b) {
        int out = tensor(scales.get(a) * scales.get(b) * 100, shapes.get(a));
        m.model.operator(BuiltinOperator.MUL, BuiltinOptions.MulOptions, new MulOptionsT(), List.of(a, b), out);
        return out;
    }

    int mean(int in) {
        ReducerOptionsT o = new ReducerOptionsT();
        o.setKeepDims(true);
        int out = tensor(scales.get(in), 1, 1, 1, shapes.get(in)[3]);
        int axes = m.model.ints(new int[] {1, 2}, 2);
        m.model.operator(BuiltinOperator.MEAN, BuiltinOptions.ReducerOptions, o, List.of(in, axes), out);
        return out;
    }

    /** HARD_SWISH and the like, with a scale of its own. */
    int unary(int code, int in) {
        int out = tensor(scales.get(in), shapes.get(in));
        m.model.operator(code, PLAIN, null, List.of(in), out);
        return out;
    }

    int logistic(int in) {
        int out = known(
                m.model.tensor(type, 1 / 256.0, type == TensorType.INT8 ? -128 : 0, shapes.get(in)),
                1 / 256f,
                shapes.get(in));
        m.model.operator(BuiltinOperator.LOGISTIC, PLAIN, null, List.of(in), out);
        return out;
    }

    int softmax(int in) {
        SoftmaxOptionsT o = new SoftmaxOptionsT();
        o.setBeta(1);
        int out = m.model.tensor(type, 1 / 256.0, type == TensorType.INT8 ? -128 : 0, shapes.get(in));
        m.model.operator(BuiltinOperator.SOFTMAX, BuiltinOptions.SoftmaxOptions, o, List.of(in), out);
        return known(out, 1 / 256f, shapes.get(in));
    }

    int reshape(int in, int... shape) {
        int out = like(in, shape);
        m.model.operator(BuiltinOperator.RESHAPE, PLAIN, null, List.of(in, m.model.ints(shape, shape.length)), out);
        return out;
    }

    /** The same integers with another scale, as if they had been trained to it. */
    int scaled(int in, float scale) {
        int[] shape = shapes.get(in);
        int out = tensor(scale, shape);
        m.model.operator(BuiltinOperator.RESHAPE, PLAIN, null, List.of(in, m.model.ints(shape, shape.length)), out);
        return out;
    }

    /** From [1, T, C] to [1, T, units]. */
    int lstm(int in, int units) {
        int[] shape = shapes.get(in);
        float scale = LstmCases.outputScale(m);
        int out = LstmCases.lstm(m, in, scales.get(in), false, shape[1], shape[2], units, scale);
        return known(out, scale, 1, shape[1], units);
    }

    /** From [1, T, C] to [1, C], as Keras does. */
    int lastStep(int in) {
        int out = like(in, 1, shapes.get(in)[2]);
        SliceCases.lastStep(m, in, out);
        return out;
    }

    /** The steps of [1, T, C]. */
    int reverse(int in) {
        int out = like(in, shapes.get(in));
        m.model.operator(BuiltinOperator.REVERSE_V2, PLAIN, null, List.of(in, m.model.ints(new int[] {1}, 1)), out);
        return out;
    }

    /** From [1, L, C] to [1, 1, L, C]. */
    int expand(int in) {
        int[] shape = shapes.get(in);
        int out = like(in, 1, 1, shape[1], shape[2]);
        m.model.operator(BuiltinOperator.EXPAND_DIMS, PLAIN, null, List.of(in, m.model.ints(new int[] {-3}, 1)), out);
        return out;
    }

    /** From [1, T, C] to [1, T, 1, C]. */
    int expandRows(int in) {
        int[] shape = shapes.get(in);
        int out = like(in, 1, shape[1], 1, shape[2]);
        m.model.operator(BuiltinOperator.EXPAND_DIMS, PLAIN, null, List.of(in, m.model.ints(new int[] {2}, 1)), out);
        return out;
    }

    /** From [1, 1, L, C] to [1, L, C]. */
    int squeeze(int in) {
        int[] shape = shapes.get(in);
        int out = like(in, 1, shape[2], shape[3]);
        SqueezeOptionsT o = new SqueezeOptionsT();
        o.setSqueezeDims(new int[] {-3});
        m.model.operator(BuiltinOperator.SQUEEZE, BuiltinOptions.SqueezeOptions, o, List.of(in), out);
        return out;
    }

    int pad(int in, int top, int bottom, int left, int right) {
        int[] shape = shapes.get(in);
        int out = like(in, 1, shape[1] + top + bottom, shape[2] + left + right, shape[3]);
        int sizes = m.model.ints(new int[] {0, 0, top, bottom, left, right, 0, 0}, 4, 2);
        m.model.operator(BuiltinOperator.PAD, PLAIN, null, List.of(in, sizes), out);
        return out;
    }

    int twice(int in) {
        int[] shape = shapes.get(in);
        int out = like(in, 1, 2 * shape[1], 2 * shape[2], shape[3]);
        int size = m.model.ints(new int[] {2 * shape[1], 2 * shape[2]}, 2);
        m.model.operator(
                BuiltinOperator.RESIZE_NEAREST_NEIGHBOR,
                BuiltinOptions.ResizeNearestNeighborOptions,
                new ResizeNearestNeighborOptionsT(),
                List.of(in, size),
                out);
        return out;
    }

    /** Brings a tensor to the scale and zero point of another. */
    int quantizeLike(int in, int other) {
        int out = like(other, shapes.get(in));
        m.model.operator(BuiltinOperator.QUANTIZE, PLAIN, null, List.of(in), out);
        return out;
    }

    /** Along the channels; of the first one's scale and zero point. */
    int concat(int a, int b) {
        int[] shape = shapes.get(a).clone();
        int last = shape.length - 1;
        shape[last] += shapes.get(b)[last];
        int out = like(a, shape);
        ConcatenationOptionsT o = new ConcatenationOptionsT();
        o.setAxis(-1);
        m.model.operator(BuiltinOperator.CONCATENATION, BuiltinOptions.ConcatenationOptions, o, List.of(a, b), out);
        return out;
    }

    /** Rows that a variable keeps, in front of those of a tensor; see {@link HistoryCases}. */
    int history(int in, int rows) {
        int[] shape = shapes.get(in).clone();
        shape[1] += rows;
        return known(HistoryCases.history(m, type, in, rows, 1, shapes.get(in)), scales.get(in), shape);
    }

    /** The last rows. */
    int lastRows(int in, int rows) {
        int[] shape = shapes.get(in).clone();
        int first = shape[1] - rows;
        shape[1] = rows;
        int out = like(in, shape);
        HistoryCases.rows(m, in, out, first, 1, shape);
        return out;
    }

    /** Some channels. */
    int channels(int in, int first, int count) {
        int[] shape = shapes.get(in).clone();
        shape[3] = count;
        int out = like(in, shape);
        HistoryCases.rows(m, in, out, first, 3, shape);
        return out;
    }

    int[] shape(int tensor) {
        return shapes.get(tensor).clone();
    }
}
