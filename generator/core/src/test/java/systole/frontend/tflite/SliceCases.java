package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.DepthToSpaceOptionsT;
import org.tensorflow.lite.schema.PackOptionsT;
import org.tensorflow.lite.schema.SpaceToDepthOptionsT;
import org.tensorflow.lite.schema.SplitOptionsT;
import org.tensorflow.lite.schema.SplitVOptionsT;
import org.tensorflow.lite.schema.StridedSliceOptionsT;
import org.tensorflow.lite.schema.UnpackOptionsT;

/** Random models of the operators that take a part of a tensor, or turn it round; see {@link OperatorCases}. */
final class SliceCases {
    private SliceCases() {}

    static int slice(RandomModel m) {
        return switch (m.random.nextInt(4)) {
            case 0 -> sequence(m);
            case 1 -> image(m);
            default -> any(m);
        };
    }

    /** Some of the positions of each dimension, with any strides and signs. */
    private static int any(RandomModel m) {
        int[] dims = dims(m);
        int rank = dims.length;
        int in = m.input(m.one(OperatorCases.BYTES), dims);
        int[] begin = new int[rank];
        int[] end = new int[rank];
        int[] stride = new int[rank];
        List<Integer> shape = new ArrayList<>();
        StridedSliceOptionsT o = new StridedSliceOptionsT();
        for (int i = 0; i < rank; i++) {
            boolean up = i == 0 || m.random.nextInt(3) > 0;
            int step = i == 0 ? 1 : m.size(3);
            int first = i == 0 ? 0 : m.random.nextInt(dims[i]);
            int count = 1 + m.random.nextInt(((up ? dims[i] - 1 - first : first) / step) + 1);
            stride[i] = up ? step : -step;
            begin[i] = m.random.nextBoolean() ? first : first - dims[i];
            end[i] = first + (count - 1) * stride[i] + (up ? 1 : -1);
            if (end[i] < 0) {
                o.setEndMask(o.getEndMask() | 1 << i);
            }
            boolean single = i > 0 && count == 1 && up && shape.size() > 1 && m.random.nextBoolean();
            if (single) {
                o.setShrinkAxisMask(o.getShrinkAxisMask() | 1 << i);
            } else {
                shape.add(count);
            }
        }
        int out = m.same(shape.stream().mapToInt(d -> d).toArray());
        operator(m, o, in, begin, end, stride, out);
        return out;
    }

    /** A batch of 1 with one to three dimensions. */
    private static int[] dims(RandomModel m) {
        return m.one(List.of(new int[] {1, m.size(9)}, new int[] {1, m.size(7), m.size(6)}, new int[] {
            1, m.size(6), m.size(6), m.size(6)
        }));
    }

    static int range(RandomModel m) {
        int[] dims = dims(m);
        int in = m.input(m.one(OperatorCases.BYTES), dims);
        int[] begin = new int[dims.length];
        int[] shape = dims.clone();
        for (int i = 1; i < dims.length; i++) {
            begin[i] = m.random.nextInt(dims[i]);
            shape[i] = 1 + m.random.nextInt(dims[i] - begin[i]);
        }
        int[] size = IntStream.range(0, dims.length)
                .map(i -> begin[i] + shape[i] == dims[i] && m.random.nextBoolean() ? -1 : shape[i])
                .toArray();
        int out = m.same(shape);
        m.model.operator(
                BuiltinOperator.SLICE,
                BuiltinOptions.NONE,
                null,
                List.of(in, m.model.ints(begin, begin.length), m.model.ints(size, size.length)),
                out);
        return out;
    }

    /** An axis other than the batch. */
    private static int axis(RandomModel m, int rank) {
        return 1 + m.random.nextInt(rank - 1);
    }

    private static int signed(RandomModel m, int axis, int rank) {
        return m.random.nextBoolean() ? axis : axis - rank;
    }

    static int split(RandomModel m) {
        int[] dims = dims(m);
        int axis = axis(m, dims.length);
        int count = m.size(3);
        int[] part = dims.clone();
        dims[axis] *= count;
        int in = m.input(m.one(OperatorCases.BYTES), dims);
        SplitOptionsT o = new SplitOptionsT();
        o.setNumSplits(count);
        int at = m.model.ints(new int[] {signed(m, axis, dims.length)});
        int[] outs = IntStream.range(0, count).map(i -> m.same(part)).toArray();
        m.model.operator(BuiltinOperator.SPLIT, BuiltinOptions.SplitOptions, o, List.of(at, in), outs);
        return outs[m.random.nextInt(count)];
    }

    static int splitSized(RandomModel m) {
        int[] dims = dims(m);
        int axis = axis(m, dims.length);
        int[] sizes = m.random.ints(1 + m.random.nextInt(3), 1, 5).toArray();
        dims[axis] = IntStream.of(sizes).sum();
        int in = m.input(m.one(OperatorCases.BYTES), dims);
        SplitVOptionsT o = new SplitVOptionsT();
        o.setNumSplits(sizes.length);
        int[] written = sizes.clone();
        if (m.random.nextInt(3) == 0) {
            written[m.random.nextInt(written.length)] = -1;
        }
        int[] outs = IntStream.of(sizes)
                .map(size -> {
                    int[] part = dims.clone();
                    part[axis] = size;
                    return m.same(part);
                })
                .toArray();
        m.model.operator(
                BuiltinOperator.SPLIT_V,
                BuiltinOptions.SplitVOptions,
                o,
                List.of(in, m.model.ints(written, written.length), m.model.ints(new int[] {signed(m, axis, dims.length)
                })),
                outs);
        return outs[m.random.nextInt(outs.length)];
    }

    static int unpack(RandomModel m) {
        int[] dims = dims(m);
        int axis = axis(m, dims.length);
        int in = m.input(m.one(OperatorCases.BYTES), dims);
        UnpackOptionsT o = new UnpackOptionsT();
        o.setNum(dims[axis]);
        o.setAxis(signed(m, axis, dims.length));
        int[] part = without(dims, axis);
        int[] outs = IntStream.range(0, dims[axis]).map(i -> m.same(part)).toArray();
        m.model.operator(BuiltinOperator.UNPACK, BuiltinOptions.UnpackOptions, o, List.of(in), outs);
        return outs[m.random.nextInt(outs.length)];
    }

    private static int[] without(int[] dims, int axis) {
        return IntStream.range(0, dims.length)
                .filter(i -> i != axis)
                .map(i -> dims[i])
                .toArray();
    }

    static int pack(RandomModel m) {
        int[] joined = dims(m);
        int axis = axis(m, joined.length);
        int[] part = without(joined, axis);
        int in = m.input(m.one(OperatorCases.BYTES), part);
        int other = m.same(part);
        m.model.operator(BuiltinOperator.RELU, BuiltinOptions.NONE, null, List.of(in), other);
        int count = joined[axis];
        PackOptionsT o = new PackOptionsT();
        o.setValuesCount(count);
        o.setAxis(signed(m, axis, joined.length));
        int out = m.same(joined);
        m.model.operator(
                BuiltinOperator.PACK,
                BuiltinOptions.PackOptions,
                o,
                IntStream.range(0, count)
                        .mapToObj(i -> m.one(List.of(in, other)))
                        .toList(),
                out);
        return out;
    }

    static int toDepth(RandomModel m) {
        int block = m.size(3);
        int[] squares = {m.size(4), m.size(4), m.size(4)};
        int in = m.input(m.one(OperatorCases.BYTES), 1, squares[0] * block, squares[1] * block, squares[2]);
        SpaceToDepthOptionsT o = new SpaceToDepthOptionsT();
        o.setBlockSize(block);
        int out = m.same(1, squares[0], squares[1], squares[2] * block * block);
        m.model.operator(BuiltinOperator.SPACE_TO_DEPTH, BuiltinOptions.SpaceToDepthOptions, o, List.of(in), out);
        return out;
    }

    static int toSpace(RandomModel m) {
        int block = m.size(3);
        int[] squares = {m.size(4), m.size(4), m.size(4)};
        int in = m.input(m.one(OperatorCases.BYTES), 1, squares[0], squares[1], squares[2] * block * block);
        DepthToSpaceOptionsT o = new DepthToSpaceOptionsT();
        o.setBlockSize(block);
        int out = m.same(1, squares[0] * block, squares[1] * block, squares[2]);
        m.model.operator(BuiltinOperator.DEPTH_TO_SPACE, BuiltinOptions.DepthToSpaceOptions, o, List.of(in), out);
        return out;
    }

    static int transpose(RandomModel m) {
        int[] dims = dims(m);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, dims.length).boxed().toList());
        boolean all = dims.length < 4 && m.random.nextInt(3) == 0; // a batch that moves leaves at most three dimensions
        Collections.shuffle(all ? order : order.subList(1, dims.length), m.random);
        int in = m.input(m.one(OperatorCases.BYTES), dims);
        int out = m.same(order.stream().mapToInt(i -> dims[i]).toArray());
        int[] axes = order.stream().mapToInt(i -> i).toArray();
        m.model.operator(
                BuiltinOperator.TRANSPOSE,
                BuiltinOptions.NONE,
                null,
                List.of(in, m.model.ints(axes, axes.length)),
                out);
        return out;
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
        int[] dims = dims(m);
        int in = m.input(m.one(OperatorCases.BYTES), dims);
        int out = m.same(dims);
        int axis = m.model.ints(new int[] {signed(m, m.random.nextInt(dims.length), dims.length)}, 1);
        m.model.operator(BuiltinOperator.REVERSE_V2, BuiltinOptions.NONE, null, List.of(in, axis), out);
        return out;
    }
}
