package systole.layer.mac;

import systole.network.Activation;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Window;

/**
 * The terms that every multiply-accumulate layer has.
 *
 * @param weights in the layout of the kind
 * @param weightType 1 to 16 bits, holds every weight
 * @param bias [M] in accumulator units, or empty for none
 * @param requant from accumulators to output levels
 * @param activation narrows the output's range
 * @param output the output's elements
 */
public record MacTerms(
        IntTensor weights,
        IntType weightType,
        IntTensor bias,
        Requantization requant,
        Activation activation,
        Quantized output) {
    /** No bias. */
    public static final IntTensor NO_BIAS = IntTensor.vector();

    /** The type of weights if none is declared: int8, or int16 if the values need it. */
    public static IntType usualType(IntTensor weights) {
        return weights.stream().allMatch(IntType.INT8::contains) ? IntType.INT8 : IntType.INT16;
    }

    /** The number of trained parameters. */
    public long parameters() {
        return (long) weights.size() + bias.size();
    }

    /** The canonical form for weights that are already in the canonical layout. The activation must be valid. */
    public Mac on(IntTensor canonical, Window window, int groups, boolean floatScaleProduct) {
        IntTensor filled = bias.size() == 0 ? IntTensor.vector(new int[canonical.dim(0)]) : bias;
        int lo = (int) activation.bounds(output).lo();
        int hi = (int) activation.bounds(output).hi();
        return new Mac(canonical, weightType, filled, window, groups, requant, output, lo, hi, floatScaleProduct);
    }
}
