package systole.frontend.tflite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.AssignVariableOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.ReadVariableOptionsT;
import org.tensorflow.lite.schema.StridedSliceOptionsT;
import org.tensorflow.lite.schema.TensorType;

/** The operators of variables that keep rows from frame to frame, in the forms that converters give them. */
final class HistoryCases {
    private HistoryCases() {}

    /** Random sizes along any dimension, such as each step of a sequence. */
    static int history(RandomModel m) {
        int[] shape = m.one(List.of(
                new int[] {1, m.size(4), 1, m.size(6)},
                new int[] {1, m.size(5), m.size(6)},
                new int[] {1, m.size(3), m.size(4), m.size(3)},
                new int[] {1, 1, m.size(4), m.size(5)},
                new int[] {1, m.size(9)}));
        byte type = m.one(OperatorCases.BYTES);
        int axis = 1;
        if (shape.length == 4 && shape[1] == 1 && m.random.nextBoolean()) {
            axis = shape[2] == 1 && m.random.nextBoolean() ? 3 : 2;
        }
        return history(m, type, m.input(type, shape), m.size(6), axis, shape);
    }

    /**
     * Reads rows of a variable, puts them in front of a tensor, and assigns the last rows of the result.
     *
     * @return the rows together
     */
    static int history(RandomModel m, byte type, int in, int rows, int axis, int[] shape) {
        int fresh = shape[axis];
        boolean whole = m.random.nextInt(4) == 0; // all that is joined is kept, and the last rows of it are read
        boolean more = !whole && fresh > 1 && m.random.nextInt(3) == 0;
        int kept = whole ? rows + fresh : more ? rows + 1 : rows;
        int[] state = with(shape, axis, kept);
        int[] joined = with(shape, axis, rows + fresh);
        String name = "stream_" + in;
        byte[] initial = m.bytes(IntStream.of(state).reduce(1, (a, b) -> a * b));
        if (m.random.nextInt(3) > 0) {
            Arrays.fill(initial, initial[0]);
        }
        if (m.random.nextInt(4) == 0) {
            float[] reals = new float[initial.length];
            IntStream.range(0, reals.length).forEach(i -> reals[i] = initial[i] / 2f);
            m.model.initially(name, type, m.scale(0.1, 3), m.zero(type), reals, state);
        } else {
            m.model.initially(name, type, initial, state);
        }
        int handle = m.model.variable(name);
        boolean rescaled = type == TensorType.UINT8 && m.random.nextInt(3) == 0;
        int alike = rescaled ? m.other(state) : in;
        int past = like(m, alike, type, state);
        m.model.operator(
                BuiltinOperator.READ_VARIABLE,
                BuiltinOptions.ReadVariableOptions,
                new ReadVariableOptionsT(),
                List.of(handle),
                past);
        if (kept > rows) {
            int last = like(m, alike, type, with(shape, axis, rows));
            rows(m, past, last, kept - rows, axis, with(shape, axis, rows));
            past = last;
        }
        int out = like(m, alike, type, joined);
        ConcatenationOptionsT o = new ConcatenationOptionsT();
        o.setAxis(m.random.nextBoolean() ? axis : axis - shape.length);
        m.model.operator(BuiltinOperator.CONCATENATION, BuiltinOptions.ConcatenationOptions, o, List.of(past, in), out);
        int next = out;
        if (!whole) {
            boolean direct = !rescaled && kept <= fresh && m.random.nextInt(3) == 0;
            int from = direct ? in : out;
            int length = direct ? fresh : rows + fresh;
            next = kept == length ? from : like(m, alike, type, state);
            if (next != from) {
                rows(m, from, next, length - kept, axis, state);
            }
        }
        m.model.operator(
                BuiltinOperator.ASSIGN_VARIABLE,
                BuiltinOptions.AssignVariableOptions,
                new AssignVariableOptionsT(),
                List.of(m.random.nextBoolean() ? handle : m.model.variable(name), next));
        return out;
    }

    private static int[] with(int[] shape, int axis, int size) {
        int[] other = shape.clone();
        other[axis] = size;
        return other;
    }

    private static int like(RandomModel m, int in, byte type, int... shape) {
        int tensor = m.model.tensor(type, 1, 0, shape);
        m.model.copyQuantization(in, tensor);
        return tensor;
    }

    /** Takes positions of an axis, from one on; to the end, all of the other axes. */
    static void rows(RandomModel m, int in, int out, int first, int axis, int[] shape) {
        int rank = shape.length;
        int[] begin = new int[rank];
        begin[axis] = first;
        if (m.random.nextInt(4) == 0) {
            m.model.operator(
                    BuiltinOperator.SLICE,
                    BuiltinOptions.NONE,
                    null,
                    List.of(in, m.model.ints(begin, rank), m.model.ints(shape, rank)),
                    out);
            return;
        }
        int[] end = new int[rank];
        end[axis] = first + shape[axis];
        int[] strides = new int[rank];
        Arrays.fill(strides, 1);
        StridedSliceOptionsT o = new StridedSliceOptionsT();
        int others = (1 << rank) - 1 - (1 << axis);
        o.setBeginMask(others);
        o.setEndMask(others);
        m.model.operator(
                BuiltinOperator.STRIDED_SLICE,
                BuiltinOptions.StridedSliceOptions,
                o,
                List.of(in, m.model.ints(begin, rank), m.model.ints(end, rank), m.model.ints(strides, rank)),
                out);
    }
}
