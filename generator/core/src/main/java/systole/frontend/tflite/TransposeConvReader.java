package systole.frontend.tflite;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.TransposeConvOptions;
import systole.layer.conv2d.Conv2d;
import systole.layer.slice.Slice;
import systole.layer.transpose.Transpose;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Padding.Explicit;
import systole.network.Quantized;
import systole.network.Shape;

/**
 * TRANSPOSE_CONV: weights [M, KH, KW, C]. {@code reference/integer_ops/transpose_conv.h}.
 *
 * <p>Output row {@code y} takes kernel rows {@code k = (y + padding) mod stride, + stride, + 2 * stride, ...} from input
 * rows {@code (y + padding - k) / stride}. So a plain convolution computes all {@code stride * stride} outputs beside
 * each other as channels, from as few kernel rows and columns as one of them takes; then they go to their places, and
 * the padding is cut off. Where the stride does not divide the kernel, some weights are 0.
 */
final class TransposeConvReader implements OperatorReader {
    private static final int WEIGHTS = 1;
    private static final int INPUT = 2;
    private static final int BIAS = 3;
    /** Far more than any decoder enlarges at once. A larger number comes from a damaged file. */
    private static final int MAX_STRIDE = 64;

    /**
     * The rows, or the columns.
     *
     * @param stride outputs for each input
     * @param kernel weights
     * @param padding outputs that are cut off in front
     * @param in the size of the input
     * @param out the size of the output
     */
    private record Side(int stride, int kernel, int padding, int in, int out) {
        /** As the reference kernel computes the padding, from the size of the output. */
        static Side of(int stride, int kernel, boolean same, int in, int out) {
            int steps = same ? (out + stride - 1) / stride : (out - kernel + stride) / stride;
            return new Side(stride, kernel, Math.max(0, (steps - 1) * stride + kernel - out) / 2, in, out);
        }

        /** Weights that one output takes. */
        int taps() {
            return (kernel + stride - 1) / stride;
        }

        /** Zeros behind the input. Those in front are as many as {@code taps() - 1}. */
        int behind() {
            return Math.max(0, (out - 1 + padding) / stride + 1 - in);
        }

        /** Positions of the plain convolution. */
        int positions() {
            return in + behind();
        }

        /** The place in the kernel of a tap of one of the outputs beside each other. */
        int place(int output, int tap) {
            return output + stride * (taps() - 1 - tap);
        }
    }

    @Override
    public List<Integer> reads(FileOperator operator, FileModel model) {
        return operator.inputs().subList(INPUT, INPUT + 1);
    }

    @Override
    public LayerTree tree(TfliteOperator written) {
        written.constant(0);
        TfliteOperator op = written.withInputs(INPUT, WEIGHTS, BIAS);
        TransposeConvOptions o = op.options(BuiltinOptions.TransposeConvOptions, new TransposeConvOptions());
        Filter filter = Filter.of(op, 4, 0, false).forConvolution(op);
        op.require(
                isStride(o.strideH()) && isStride(o.strideW()),
                "the strides are " + o.strideH() + " and " + o.strideW(),
                "they are 1 to " + MAX_STRIDE);
        op.padding(o.padding());
        op.throwIfAny();
        boolean same = o.padding() == Padding.SAME;
        IntTensor weights = filter.weights();
        Shape in = op.input(0).shape();
        Shape out = op.output().shape();
        Side rows = Side.of(o.strideH(), weights.dim(1), same, in.height(), out.height());
        Side columns = Side.of(o.strideW(), weights.dim(2), same, in.width(), out.width());
        Quantized element = op.output().element();
        Layer convolution = phases(filter, rows, columns)
                .on(Conv2d.conv2d())
                .padding(new Explicit(rows.taps() - 1, rows.behind(), columns.taps() - 1, columns.behind()))
                .activation(op.activation(o.fusedActivationFunction(), element))
                .output(element)
                .get();
        return LayerTree.input(0).then(convolution).then(places(rows, columns, weights.dim(0)));
    }

    private static boolean isStride(int stride) {
        return stride > 0 && stride <= MAX_STRIDE;
    }

    /** The same weights for the outputs beside each other, with the channels of the output fastest. */
    private static Filter phases(Filter filter, Side rows, Side columns) {
        IntTensor from = filter.weights();
        int outputs = from.dim(0);
        int depth = from.dim(3);
        int count = rows.stride() * columns.stride();
        int[] to = new int[count * outputs * rows.taps() * columns.taps() * depth];
        int at = 0;
        for (int m = 0; m < count * outputs; m++) {
            int phase = m / outputs;
            for (int y = 0; y < rows.taps(); y++) {
                int ky = rows.place(phase / columns.stride(), y);
                for (int x = 0; x < columns.taps(); x++) {
                    int kx = columns.place(phase % columns.stride(), x);
                    boolean inside = ky < rows.kernel() && kx < columns.kernel();
                    int first = ((m % outputs * rows.kernel() + ky) * columns.kernel() + kx) * depth;
                    for (int c = 0; c < depth; c++) {
                        to[at++] = inside ? from.get(first + c) : 0;
                    }
                }
            }
        }
        return new Filter(
                new IntTensor(List.of(count * outputs, rows.taps(), columns.taps(), depth), to),
                filter.type(),
                repeated(filter.bias(), count),
                filter.scales().size() == 1
                        ? filter.scales()
                        : Collections.nCopies(count, filter.scales()).stream()
                                .flatMap(List::stream)
                                .toList(),
                filter.rounding());
    }

    private static IntTensor repeated(IntTensor bias, int count) {
        return IntTensor.vector(
                IntStream.range(0, count).flatMap(i -> bias.stream()).toArray());
    }

    /** The layers that put the outputs beside each other to their places. */
    private static List<Layer> places(Side rows, Side columns, int outputs) {
        int height = rows.positions() * rows.stride();
        int width = columns.positions() * columns.stride();
        Layer spread = new Transpose(
                List.of(rows.positions(), columns.positions(), rows.stride(), columns.stride(), outputs),
                List.of(0, 2, 1, 3, 4),
                Optional.of(Shape.of(height, width, outputs)));
        Layer cut = Slice.slice()
                .rows(rows.padding(), rows.out(), 1)
                .columns(columns.padding(), columns.out(), 1)
                .get();
        boolean strided = rows.stride() * columns.stride() > 1;
        boolean whole = height == rows.out() && width == columns.out();
        return strided ? whole ? List.of(spread) : List.of(spread, cut) : whole ? List.of() : List.of(cut);
    }
}
