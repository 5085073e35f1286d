package systole.frontend.onnx;

import java.util.Locale;
import java.util.stream.IntStream;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;

/** How far ONNX Runtime's roundings may lead away from a sum of products that is computed exactly and rounded once. */
final class ExactSums {
    /** Roundings beside the additions: of both factors, their product, the bias, and the quotient. */
    private static final int OTHER_ROUNDINGS = 8;

    private ExactSums() {}

    /**
     * Tells the difference.
     *
     * @param bound of the runtime's error, in units of the output
     */
    static String note(FileNode node, double bound) {
        return String.format(
                Locale.ROOT,
                "%s: the exact result is rounded once; ONNX Runtime rounds real numbers on the way and may differ by %d"
                        + " at most, where that result is within %.1e of a half",
                node,
                (int) Math.ceil(bound + 0.5),
                bound);
    }

    /** A bound of the runtime's error for a convolution or a matrix product, in units of the output. */
    static double bound(MacOperands operands, int channelAxis, Quantized output) {
        double[] sums = operands.filter().magnitudes(channelAxis);
        Quantized input = operands.input().element();
        IntType type = input.type();
        double largest = Math.max(type.max() - input.zero(), input.zero() - type.min());
        int roundings = operands.filter().values().size() / sums.length + OTHER_ROUNDINGS;
        IntTensor bias = operands.bias();
        return IntStream.range(0, sums.length)
                .mapToDouble(c -> {
                    double added = bias.size() == 0 ? 0 : Math.abs((double) bias.get(bias.size() == 1 ? 0 : c));
                    double unit = input.scale() * operands.filter().scale(c) / output.scale();
                    return 1.01 * AverageProof.UNIT * roundings * (sums[c] * largest + added) * unit;
                })
                .max()
                .orElseThrow();
    }
}
