package systole.layer.mul;

import java.util.function.IntBinaryOperator;
import java.util.stream.LongStream;
import systole.layer.pair.PairArithmetic;
import systole.network.FixedPoint;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantizer;
import systole.network.Requantizers;

/**
 * The exact steps of a product: {@code (x1 - z1) * (x2 - z2)}, then a requantizer. TensorFlow Lite's (2.18 {@code mul.cc}
 * and {@code reference/integer_ops/mul.h}) is MBQM with {@code s1 * s2 / so}, formed in float.
 */
record MulArithmetic(Quantized first, Quantized second, Requantizer requantizer) implements PairArithmetic {
    /** {@code rint(product * (s1 * s2 / so) + zo)} in single precision. ONNX Runtime 1.29: {@code MlasQLinearMul}. */
    private static Requantizer inFloat(float scale, int zero) {
        return (channel, product) -> (long) Math.rint((float) product * scale + zero) - zero;
    }

    /** The function of two elements in single precision, limited to the output's type. */
    static IntBinaryOperator runtime(Quantized first, Quantized second, Quantized output) {
        Requantizer requantizer = inFloat(scale(first, second, output), output.zero());
        MulArithmetic arithmetic = new MulArithmetic(first, second, requantizer);
        return (x, y) -> output.type().clamp(requantizer.apply(0, arithmetic.combine(x, y)) + output.zero());
    }

    private static float scale(Quantized first, Quantized second, Quantized output) {
        return (float) first.scale() * (float) second.scale() / (float) output.scale();
    }

    static MulArithmetic of(Mul layer, Quantized first, Quantized second) {
        float inFloat = scale(first, second, layer.output());
        if (layer.isInFloat()) {
            return new MulArithmetic(
                    first, second, inFloat(inFloat, layer.output().zero()));
        }
        Requantizer requantizer = layer.requant()
                .map(r -> Requantizers.of(
                        r, first.scale() * second.scale(), layer.output().scale()))
                .orElseGet(() -> Requantizers.of(FixedPoint.quantizeMultiplier(inFloat)));
        return new MulArithmetic(first, second, requantizer);
    }

    @Override
    public long combine(int x, int y) {
        return ((long) x - first.zero()) * ((long) y - second.zero());
    }

    @Override
    public Range reachable() {
        long[] corners = LongStream.of(first.type().min(), first.type().max())
                .flatMap(x ->
                        LongStream.of(second.type().min(), second.type().max()).map(y -> combine((int) x, (int) y)))
                .sorted()
                .toArray();
        return new Range(corners[0], corners[corners.length - 1]);
    }
}
