package systole.layer.mac;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantization;
import systole.network.Requantizer;
import systole.network.Requantizers;
import systole.network.Window;

/**
 * The canonical grouped convolution: {@code acc = bias + sum of w * (x - input zero point)}, where padded positions
 * contribute 0, and {@code y = clamp(level(acc) + output zero point)} to lo..hi.
 *
 * @param weights [M][KH][KW][C / groups]; output channel m reads the input channels of group {@code m * groups / M}
 * @param weightType holds every weight
 * @param bias [M], in accumulator units
 * @param window its kernel is KH x KW
 * @param groups divides C and M
 * @param requant from accumulators to levels
 * @param output the output's elements
 * @param lo smallest output integer, within the output type
 * @param hi largest output integer
 * @param floatScaleProduct see {@link Requantizers#of(Requantization, double, double, boolean)}
 */
public record Mac(
        IntTensor weights,
        IntType weightType,
        IntTensor bias,
        Window window,
        int groups,
        Requantization requant,
        Quantized output,
        int lo,
        int hi,
        boolean floatScaleProduct) {
    /** M. */
    public int channels() {
        return weights.dim(0);
    }

    /** Weights of one output channel: KH x KW x C / groups. */
    public int taps() {
        return weights.size() / channels();
    }

    /** The exact function from accumulators to levels. */
    public Requantizer requantizer(Quantized input) {
        return Requantizers.of(requant, input.scale(), output.scale(), floatScaleProduct);
    }

    /**
     * The reachable accumulators of every output channel, from the actual weights and biases and all values of the
     * input's type. They hold every partial sum, too, with any of the taps left out.
     */
    public List<Range> reachable(Quantized input) {
        int[] w = weights.toArray();
        return IntStream.range(0, channels())
                .mapToObj(m -> reachable(Arrays.copyOfRange(w, m * taps(), (m + 1) * taps()), bias.get(m), input))
                .toList();
    }

    /** The bias for sums of raw elements: {@code bias - zero * sum of w}, for every output channel. */
    public List<Long> rawBiases(int zero) {
        int[] w = weights.toArray();
        return IntStream.range(0, channels())
                .mapToObj(m -> bias.get(m)
                        - (long) zero
                                * IntStream.range(m * taps(), (m + 1) * taps())
                                        .mapToLong(i -> w[i])
                                        .sum())
                .toList();
    }

    private static Range reachable(int[] weights, long bias, Quantized input) {
        long below = (long) input.type().min() - input.zero();
        long above = (long) input.type().max() - input.zero();
        long lo = bias;
        long hi = bias;
        for (int w : weights) {
            lo += w * (w >= 0 ? below : above);
            hi += w * (w >= 0 ? above : below);
        }
        return new Range(lo, hi);
    }
}
