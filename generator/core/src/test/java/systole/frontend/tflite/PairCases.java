package systole.frontend.tflite;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.MaximumMinimumOptionsT;
import org.tensorflow.lite.schema.MulOptionsT;
import org.tensorflow.lite.schema.ResizeBilinearOptionsT;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptionsT;
import org.tensorflow.lite.schema.SquaredDifferenceOptionsT;
import org.tensorflow.lite.schema.SubOptionsT;
import org.tensorflow.lite.schema.TensorType;

/** Random models of operators that join two tensors, or repeat one; see {@link OperatorCases}. */
final class PairCases {
    private static final byte NO_OPTIONS = BuiltinOptions.NONE;

    private PairCases() {}

    static int add(RandomModel m) {
        AddOptionsT o = new AddOptionsT();
        o.setFusedActivationFunction(m.one(OperatorCases.FUSED));
        o.setPotScaleInt16(m.random.nextInt(4) > 0);
        return pair(m, BuiltinOperator.ADD, BuiltinOptions.AddOptions, o);
    }

    static int sub(RandomModel m) {
        SubOptionsT o = new SubOptionsT();
        o.setFusedActivationFunction(m.one(OperatorCases.FUSED));
        o.setPotScaleInt16(m.random.nextInt(4) > 0);
        return pair(m, BuiltinOperator.SUB, BuiltinOptions.SubOptions, o);
    }

    static int mul(RandomModel m) {
        MulOptionsT o = new MulOptionsT();
        o.setFusedActivationFunction(m.one(OperatorCases.FUSED));
        return pair(m, BuiltinOperator.MUL, BuiltinOptions.MulOptions, o);
    }

    static int squaredDifference(RandomModel m) {
        return pair(
                m,
                TensorType.INT8,
                BuiltinOperator.SQUARED_DIFFERENCE,
                BuiltinOptions.SquaredDifferenceOptions,
                new SquaredDifferenceOptionsT());
    }

    private static int pair(RandomModel m, int code, byte type, Object options) {
        return pair(m, m.one(OperatorCases.BYTES), code, type, options);
    }

    private static int pair(RandomModel m, byte element, int code, byte type, Object options) {
        int[] shape = {1, m.size(4), m.size(4), m.size(6)};
        int in = m.input(element, shape);
        boolean powers =
                m.wide() && Math.getExponent(m.inputScale()) != Math.getExponent(Math.nextDown(m.inputScale()));
        List<Integer> operands = powers
                ? powersOfTwo(m, in, shape)
                : m.random.nextBoolean() ? computed(m, in, shape) : constant(m, in, shape);
        int out = powers ? m.same(shape) : m.other(shape);
        m.model.operator(code, type, options, operands, out);
        return out;
    }

    /** The input, and the input again: as it is, rescaled, or smaller in some dimensions; in either order. */
    private static List<Integer> computed(RandomModel m, int in, int... shape) {
        int second =
                switch (m.random.nextInt(4)) {
                    case 0 -> in;
                    case 1 -> reduced(m, in, shape);
                    default -> rescaled(m, in, shape);
                };
        return m.one(List.of(List.of(in, second), List.of(second, in)));
    }

    /** The input, which is a power of two, and another one of at most its scale; in either order. */
    private static List<Integer> powersOfTwo(RandomModel m, int in, int... shape) {
        int other = m.scaled(Math.scalb(m.inputScale(), -m.random.nextInt(5)), shape);
        m.model.operator(BuiltinOperator.QUANTIZE, NO_OPTIONS, null, List.of(in), other);
        return m.one(List.of(List.of(in, other), List.of(other, in)));
    }

    private static int rescaled(RandomModel m, int in, int... shape) {
        int other = m.other(shape);
        m.model.operator(BuiltinOperator.QUANTIZE, NO_OPTIONS, null, List.of(in), other);
        return other;
    }

    /** A mean over height and width, or over the height, or a single channel: what is joined with it is larger. */
    private static int reduced(RandomModel m, int in, int... shape) {
        return switch (m.random.nextInt(3)) {
            case 0 -> OperatorCases.mean(m, in, new int[] {1, 2}, 1, 1, 1, shape[3]);
            case 1 -> OperatorCases.mean(m, in, new int[] {1}, 1, 1, shape[2], shape[3]);
            default -> MacCases.oneChannel(m, in, shape);
        };
    }

    /** The input, or a single channel of it, and a constant; in either order. */
    private static List<Integer> constant(RandomModel m, int in, int... shape) {
        int first = m.random.nextInt(6) == 0 ? MacCases.oneChannel(m, in, shape) : in;
        float scale = m.wide() ? m.inputScale() * m.scale(0.01, 10) : m.scale(0.002, 0.5);
        int constant = first == in ? constant(m, scale, shape) : m.constant(scale, m.bytes(product(shape)), shape);
        return m.one(List.of(List.of(first, constant), List.of(constant, first)));
    }

    /** A constant of one value, of one for each channel, or with some or all dimensions of a shape. */
    private static int constant(RandomModel m, float scale, int... shape) {
        int channels = shape[shape.length - 1];
        return switch (m.random.nextInt(6)) {
            case 0 -> m.constant(scale, m.bytes(1));
            case 1 -> m.constant(scale, m.bytes(1), 1, 1, 1, 1);
            case 2 -> m.constant(scale, m.bytes(channels), channels);
            case 3 -> m.constant(scale, m.bytes(product(shape)), shape);
            case 4 -> m.constant(scale, m.bytes(shape[2] * channels), shape[2], channels);
            default -> {
                int[] some = shape.clone();
                some[1 + m.random.nextInt(3)] = 1;
                yield m.constant(scale, m.bytes(product(some)), some);
            }
        };
    }

    private static int product(int... dims) {
        return Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    }

    static int extremum(RandomModel m, int code) {
        int[] shape = {1, m.size(4), m.size(4), m.size(6)};
        int in = m.input(m.one(OperatorCases.BYTES), shape);
        int second = m.same(shape);
        m.model.operator(BuiltinOperator.RELU, NO_OPTIONS, null, List.of(in), second);
        int constant = constant(m, m.inputScale(), shape);
        int scalar = m.constant(m.inputScale(), m.bytes(1));
        int out = m.same(shape);
        List<Integer> operands =
                m.one(List.of(List.of(in, second), List.of(second, in), List.of(in, constant), List.of(scalar, in)));
        MaximumMinimumOptionsT o = new MaximumMinimumOptionsT();
        m.model.operator(code, BuiltinOptions.MaximumMinimumOptions, o, operands, out);
        return out;
    }

    /** Slopes of at least 0 for each channel, or any in any shape. */
    static int prelu(RandomModel m) {
        int[] shape = {1, m.size(4), m.size(4), m.size(6)};
        byte type = m.one(OperatorCases.BYTES);
        int in = m.input(type, shape);
        float scale = m.scale(0.0005, 0.02);
        boolean positive = m.random.nextInt(3) == 0;
        int alpha = positive ? m.constant(scale, m.bytes(shape[3]), 1, 1, shape[3]) : constant(m, scale, shape);
        if (positive) {
            m.model.last().getQuantization().setZeroPoint(new long[] {type == TensorType.INT8 ? -128 : 0});
        }
        int out = m.other(shape);
        m.model.operator(BuiltinOperator.PRELU, NO_OPTIONS, null, List.of(in, alpha), out);
        return out;
    }

    static int bilinear(RandomModel m) {
        int[] size = {1 + m.size(4), 1 + m.size(4), m.size(5)};
        ResizeBilinearOptionsT o = new ResizeBilinearOptionsT();
        o.setAlignCorners(m.random.nextInt(3) == 0);
        o.setHalfPixelCenters(!o.getAlignCorners() && m.random.nextBoolean());
        int[] to = new int[2];
        for (int i = 0; i < 2; i++) {
            int factor = m.one(List.of(1, 2, 2, 4));
            to[i] = o.getAlignCorners() ? (size[i] - 1) * factor + 1 : size[i] * factor;
        }
        int in = m.input(m.one(OperatorCases.BYTES), 1, size[0], size[1], size[2]);
        int out = m.same(1, to[0], to[1], size[2]);
        m.model.operator(
                BuiltinOperator.RESIZE_BILINEAR,
                BuiltinOptions.ResizeBilinearOptions,
                o,
                List.of(in, m.model.ints(to, 2)),
                out);
        return out;
    }

    static int resize(RandomModel m) {
        int[] size = {m.size(4), m.size(4), m.size(5)};
        int[] to = {size[0] * m.size(4), size[1] * m.size(4)};
        int in = m.input(m.one(OperatorCases.BYTES), 1, size[0], size[1], size[2]);
        int out = m.same(1, to[0], to[1], size[2]);
        ResizeNearestNeighborOptionsT o = new ResizeNearestNeighborOptionsT();
        o.setHalfPixelCenters(m.random.nextBoolean());
        m.model.operator(
                BuiltinOperator.RESIZE_NEAREST_NEIGHBOR,
                BuiltinOptions.ResizeNearestNeighborOptions,
                o,
                List.of(in, m.model.ints(to, 2)),
                out);
        return out;
    }
}
