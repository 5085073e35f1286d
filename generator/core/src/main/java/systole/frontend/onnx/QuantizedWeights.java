package systole.frontend.onnx;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntTensor;
import systole.network.IntType;

/**
 * Weights, from which their zero points are subtracted.
 *
 * @param values in the file's layout
 * @param type a type that holds them
 * @param scales one, or one for each output channel
 */
record QuantizedWeights(IntTensor values, IntType type, List<Double> scales) {
    QuantizedWeights {
        scales = List.copyOf(scales);
    }

    /** @param channelAxis the dimension of the output channels */
    static QuantizedWeights of(Constant constant, Scales scales, int channelAxis) {
        IntTensor file = weights(constant);
        if (file.rank() <= channelAxis) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    constant + " has the dimensions " + file.dims(),
                    "the output channels are dimension " + channelAxis + " of weights");
        }
        int axis = scales.axis(file.rank());
        boolean fits =
                scales.isSingle() || (axis == channelAxis && scales.values().size() == file.dim(channelAxis));
        if (!fits) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    constant + " " + file.dims() + " has " + scales.values().size() + " scales along dimension " + axis,
                    "there is one, or one for each output channel, dimension " + channelAxis);
        }
        int inner = inner(file, channelAxis);
        int[] values = IntStream.range(0, file.size())
                .map(i -> file.get(i) - scales.zero(i / inner % file.dim(channelAxis)))
                .toArray();
        return new QuantizedWeights(new IntTensor(file.dims(), values), type(values), scales.values());
    }

    /** Neighbouring weights of one channel. */
    private static int inner(IntTensor weights, int channelAxis) {
        return IntStream.range(channelAxis + 1, weights.rank())
                .map(weights::dim)
                .reduce(1, (a, b) -> a * b);
    }

    /** The scale of an output channel. */
    double scale(int channel) {
        return scales.get(scales.size() == 1 ? 0 : channel);
    }

    /** The sum of the magnitudes of each output channel's weights. */
    double[] magnitudes(int channelAxis) {
        int channels = values.dim(channelAxis);
        int inner = inner(values, channelAxis);
        double[] sums = new double[channels];
        for (int i = 0; i < values.size(); i++) {
            sums[i / inner % channels] += Math.abs(values.get(i));
        }
        return sums;
    }

    /** The same weights with the opposite sign in some output channels. */
    QuantizedWeights negated(IntPredicate channels, int channelAxis) {
        int inner = inner(values, channelAxis);
        int[] turned = IntStream.range(0, values.size())
                .map(i -> channels.test(i / inner % values.dim(channelAxis)) ? -values.get(i) : values.get(i))
                .toArray();
        return new QuantizedWeights(new IntTensor(values.dims(), turned), type(turned), scales);
    }

    /** Weights of the integer dialect. */
    static QuantizedWeights plain(Constant constant) {
        IntTensor values = weights(constant);
        return new QuantizedWeights(values, type(values.toArray()), List.of(1.0));
    }

    private static IntTensor weights(Constant constant) {
        if (constant.size() == 0) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    constant + " has the dimensions " + constant.dims() + ": there are no weights",
                    "leave the operator out");
        }
        return constant.integers();
    }

    private static IntType type(int[] values) {
        int magnitude = IntStream.of(values).map(v -> v < 0 ? ~v : v).reduce(0, (a, b) -> a | b);
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(magnitude) + 1;
        if (bits > 16) {
            throw RefusedException.of(
                    SourceRef.NONE, "the weights take " + bits + " bits", "weights of at most 16 bits are supported");
        }
        return new IntType(Math.max(8, bits), true);
    }
}
