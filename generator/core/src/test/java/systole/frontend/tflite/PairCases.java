package systole.frontend.tflite;

import java.util.List;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.MaximumMinimumOptionsT;
import org.tensorflow.lite.schema.MulOptionsT;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptionsT;
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

    private static int pair(RandomModel m, int code, byte type, Object options) {
        int[] shape = {1, m.size(4), m.size(4), m.size(6)};
        int in = m.input(m.one(OperatorCases.BYTES), shape);
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

    /** The input and a constant of one value, or of one for each channel; in either order. */
    private static List<Integer> constant(RandomModel m, int in, int... shape) {
        float scale = m.wide() ? m.inputScale() * m.scale(0.01, 10) : m.scale(0.002, 0.5);
        int channels = m.wide() && scale > m.inputScale() ? 1 : shape[shape.length - 1];
        int constant =
                switch (m.random.nextInt(3)) {
                    case 0 -> m.constant(scale, m.bytes(1));
                    case 1 -> m.constant(scale, m.bytes(1), 1, 1, 1, 1);
                    default -> m.constant(scale, m.bytes(channels), channels);
                };
        return m.one(List.of(List.of(in, constant), List.of(constant, in)));
    }

    static int extremum(RandomModel m, int code) {
        int[] shape = {1, m.size(4), m.size(4), m.size(6)};
        int in = m.input(m.one(OperatorCases.BYTES), shape);
        int second = m.same(shape);
        m.model.operator(BuiltinOperator.RELU, NO_OPTIONS, null, List.of(in), second);
        int constant = m.wide()
                ? m.constant(m.inputScale(), m.bytes(1), 1)
                : m.constant(m.inputScale(), m.bytes(shape[3]), shape[3]);
        int scalar = m.constant(m.inputScale(), m.bytes(1));
        int out = m.same(shape);
        List<Integer> operands =
                m.one(List.of(List.of(in, second), List.of(second, in), List.of(in, constant), List.of(scalar, in)));
        MaximumMinimumOptionsT o = new MaximumMinimumOptionsT();
        m.model.operator(code, BuiltinOptions.MaximumMinimumOptions, o, operands, out);
        return out;
    }

    /** Slopes of at least 0 for each channel, or any for all. */
    static int prelu(RandomModel m) {
        int[] shape = {1, m.size(4), m.size(4), m.size(6)};
        byte type = m.one(OperatorCases.BYTES);
        int in = m.input(type, shape);
        boolean one = m.random.nextInt(3) == 0;
        int alpha = m.constant(m.scale(0.0005, 0.02), m.bytes(one ? 1 : shape[3]), 1, 1, one ? 1 : shape[3]);
        if (!one) {
            m.model.last().getQuantization().setZeroPoint(new long[] {type == TensorType.INT8 ? -128 : 0});
        }
        int out = m.other(shape);
        m.model.operator(BuiltinOperator.PRELU, NO_OPTIONS, null, List.of(in, alpha), out);
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
