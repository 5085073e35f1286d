package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ResizeBilinearOptions;
import systole.layer.concat.Concat;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.layer.slice.Slice;
import systole.layer.support.Axis;
import systole.layer.transpose.Transpose;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;
import systole.network.Shape;

/**
 * RESIZE_BILINEAR by powers of two. {@code reference/resize_bilinear.h}, {@code ResizeBilinearInteger}: weights of 10
 * bits along each side, and one rounding, half away from zero, of the integers themselves.
 *
 * <p>A depthwise convolution computes all outputs of an input pixel beside each other. In front of it, the outermost rows
 * and columns are repeated where it reaches beyond them.
 */
final class ResizeBilinearReader implements OperatorReader {
    private static final int FRACTION = 10;
    private static final int ONE = 1 << FRACTION;
    /** The reference kernel's own arithmetic overflows not far beyond. */
    private static final int MAX_SIZE = 1 << 20;

    /**
     * The rows, or the columns. Output {@code stride * q + r} is the sum of inputs {@code q - before} and the next ones,
     * times {@code weights[r]}.
     */
    private record Side(int in, int out, int stride, int before, int[][] weights) {
        /** Empty if the outputs do not repeat such a pattern. */
        static Optional<Side> of(int in, int out, ResizeBilinearOptions o) {
            if (in > MAX_SIZE) {
                return Optional.empty();
            }
            int scale = o.alignCorners() && out > 1
                    ? (ONE * (in - 1) + (out - 1) / 2) / (out - 1)
                    : (ONE * in + out / 2) / out;
            if (scale == 0 || ONE % scale != 0 || out > in * (ONE / scale)) {
                return Optional.empty();
            }
            int stride = ONE / scale;
            int offset = o.halfPixelCenters() ? scale / 2 - ONE / 2 : 0;
            int before = offset < 0 ? 1 : 0;
            int[][] weights = new int[stride][before + 2];
            for (int r = 0; r < stride; r++) {
                int place = r * scale + offset;
                int first = Math.floorDiv(place, ONE);
                weights[r][first + before] = ONE - (place - first * ONE);
                weights[r][first + before + 1] = place - first * ONE;
            }
            Side side = new Side(in, out, stride, before, weights);
            return IntStream.range(0, out).allMatch(i -> side.isLike(i, i * scale + offset))
                    ? Optional.of(side)
                    : Optional.empty();
        }

        /** True if the pattern gives the sum of the reference kernel for an output. */
        private boolean isLike(int output, int place) {
            int low = Math.max(place / ONE, 0);
            int high = Math.min((place + ONE - 1) / ONE, in - 1);
            Map<Integer, Integer> differences = new HashMap<>();
            differences.merge(low, ONE - (place - ONE * low), Integer::sum);
            differences.merge(high, place - ONE * low, Integer::sum);
            int[] own = weights[output % stride];
            for (int k = 0; k < own.length; k++) {
                int at = Math.max(0, Math.min(in - 1, output / stride - before + k));
                differences.merge(at, -own[k], Integer::sum);
            }
            return differences.values().stream().allMatch(d -> d == 0);
        }

        int taps() {
            return weights[0].length;
        }
    }

    @Override
    public LayerTree tree(TfliteOperator op) {
        ResizeBilinearOptions o = op.options(BuiltinOptions.ResizeBilinearOptions, new ResizeBilinearOptions());
        op.requireSameType(op.input(0), op.output());
        Shape in = op.input(0).shape();
        Shape out = op.output().shape();
        Optional<Side> rows = Side.of(in.height(), out.height(), o);
        Optional<Side> columns = Side.of(in.width(), out.width(), o);
        op.require(
                rows.isPresent() && columns.isPresent(),
                "from " + in + " to " + out + (o.alignCorners() ? " with aligned corners" : ""),
                "enlarging by powers of two is supported; with aligned corners, n becomes (n - 1) * 2^k + 1");
        op.require(
                op.input(0).element().equals(op.output().element()),
                "the input is " + op.input(0).element() + " and the output "
                        + op.output().element(),
                "both have the same scale and zero point");
        op.throwIfAny();
        LayerTree wide = repeated(repeated(LayerTree.input(0), Axis.HEIGHT, rows.get()), Axis.WIDTH, columns.get());
        return wide.then(convolution(op.input(0).element(), rows.get(), columns.get(), in.channels()))
                .then(places(rows.get(), columns.get(), in.channels()));
    }

    /** The tensor with its outermost rows, or columns, once more. */
    private static LayerTree repeated(LayerTree tree, Axis axis, Side side) {
        List<LayerTree> parts = new ArrayList<>();
        if (side.before() > 0) {
            parts.add(tree.then(line(axis, 0)));
        }
        parts.add(tree);
        parts.add(tree.then(line(axis, side.in() - 1)));
        return new LayerTree.Applied(Concat.concat().axis(axis).get(), parts);
    }

    private static Layer line(Axis axis, int number) {
        Slice.Builder slice = Slice.slice();
        return (axis == Axis.HEIGHT ? slice.rows(number, 1, 1) : slice.columns(number, 1, 1)).get();
    }

    private static Layer convolution(Quantized element, Side rows, Side columns, int channels) {
        int outputs = channels * rows.stride() * columns.stride();
        int[] weights = new int[rows.taps() * columns.taps() * outputs];
        int common = 0;
        for (int i = 0; i < weights.length; i++) {
            int phase = i % outputs % (rows.stride() * columns.stride());
            int x = i / outputs % columns.taps();
            int y = i / outputs / columns.taps();
            weights[i] = rows.weights()[phase / columns.stride()][y] * columns.weights()[phase % columns.stride()][x];
            common |= weights[i];
        }
        int shared = Math.min(2 * FRACTION, Integer.numberOfTrailingZeros(common));
        int shift = 2 * FRACTION - shared;
        int[] least = IntStream.of(weights).map(w -> w >> shared).toArray();
        int bits = Integer.SIZE
                - Integer.numberOfLeadingZeros(IntStream.of(least).max().orElseThrow());
        int[] bias = new int[outputs];
        Arrays.fill(bias, element.zero() << shift);
        // The sum is that of the integers themselves, so that no zero point belongs to it.
        return DepthwiseConv2d.depthwiseConv2d()
                .weights(new IntTensor(List.of(rows.taps(), columns.taps(), outputs), least))
                .weightType(new IntType(bits + 1, true))
                .bias(IntTensor.vector(bias))
                .requant(new Pow2(ShiftRounding.HALF_AWAY, List.of(shift)))
                .output(new Quantized(element.type(), element.scale(), 0))
                .get();
    }

    /** The layers that put the outputs beside each other to their places. */
    private static List<Layer> places(Side rows, Side columns, int channels) {
        int height = rows.in() * rows.stride();
        int width = columns.in() * columns.stride();
        List<Layer> layers = new ArrayList<>();
        if (rows.stride() * columns.stride() > 1) {
            layers.add(new Transpose(
                    List.of(rows.in(), columns.in(), channels, rows.stride(), columns.stride()),
                    List.of(0, 3, 1, 4, 2),
                    Optional.of(Shape.of(height, width, channels))));
        }
        if (height > rows.out() || width > columns.out()) {
            layers.add(Slice.slice()
                    .rows(0, rows.out(), 1)
                    .columns(0, columns.out(), 1)
                    .get());
        }
        return layers;
    }
}
