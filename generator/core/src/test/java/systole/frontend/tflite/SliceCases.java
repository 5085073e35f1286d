package systole.frontend.tflite;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.StridedSliceOptionsT;

/** Random models of the operators that take a part of a tensor, or turn it round; see {@link OperatorCases}. */
final class SliceCases {
    private SliceCases() {}

    static int slice(RandomModel m) {
        return m.random.nextBoolean() ? sequence(m) : image(m);
    }

    private static int sequence(RandomModel m) {
        int steps = m.size(7);
        int features = m.size(5);
        int in = m.input(m.one(OperatorCases.BYTES), 1, steps, features);
        if (m.random.nextInt(3) == 0) {
            int out = m.same(1, features);
            lastStep(m, in, out);
            return out;
        } else if (m.random.nextInt(3) == 0) {
            int out = m.same(1, steps, features);
            StridedSliceOptionsT o = new StridedSliceOptionsT();
            o.setBeginMask(7);
            o.setEndMask(7);
            operator(m, o, in, new int[3], new int[3], new int[] {1, steps == 1 ? 1 : -1, 1}, out);
            return out;
        }
        int stride = m.size(4);
        int out = m.same(1, (steps - 1) / stride + 1, features);
        StridedSliceOptionsT o = new StridedSliceOptionsT();
        o.setEndMask(m.one(List.of(0, 2, 7)));
        operator(m, o, in, new int[3], new int[] {1, steps, features}, new int[] {1, stride, 1}, out);
        return out;
    }

    private static int image(RandomModel m) {
        int[] size = {m.size(6), m.size(6), m.size(4)};
        int[] stride = {m.size(3), m.size(3)};
        int in = m.input(m.one(OperatorCases.BYTES), 1, size[0], size[1], size[2]);
        int out = m.same(1, (size[0] - 1) / stride[0] + 1, (size[1] - 1) / stride[1] + 1, size[2]);
        StridedSliceOptionsT o = new StridedSliceOptionsT();
        o.setBeginMask(m.one(List.of(0, 15)));
        int[] end = m.random.nextBoolean()
                ? new int[] {1, size[0], size[1], size[2]}
                : new int[] {1, 100, size[1], Integer.MAX_VALUE};
        operator(m, o, in, new int[4], end, new int[] {1, stride[0], stride[1], 1}, out);
        return out;
    }

    /** The steps' last one, of [1, T, C], without its dimension. */
    static void lastStep(RandomModel m, int in, int out) {
        StridedSliceOptionsT o = new StridedSliceOptionsT();
        o.setBeginMask(5);
        o.setEndMask(5);
        o.setShrinkAxisMask(2);
        operator(m, o, in, new int[] {0, -1, 0}, new int[3], new int[] {1, 1, 1}, out);
    }

    private static void operator(
            RandomModel m, StridedSliceOptionsT o, int in, int[] begin, int[] end, int[] strides, int out) {
        m.model.operator(
                BuiltinOperator.STRIDED_SLICE,
                BuiltinOptions.StridedSliceOptions,
                o,
                List.of(
                        in,
                        m.model.ints(begin, begin.length),
                        m.model.ints(end, end.length),
                        m.model.ints(strides, strides.length)),
                out);
    }

    static int reverse(RandomModel m) {
        int steps = m.size(7);
        int features = m.size(5);
        int in = m.input(m.one(OperatorCases.BYTES), 1, steps, features);
        int out = m.same(1, steps, features);
        int axis = m.model.ints(new int[] {m.one(List.of(1, 1, -2, 0))}, 1);
        m.model.operator(BuiltinOperator.REVERSE_V2, BuiltinOptions.NONE, null, List.of(in, axis), out);
        return out;
    }
}
