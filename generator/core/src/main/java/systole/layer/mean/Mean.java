package systole.layer.mean;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.layer.support.Missing;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantizer;
import systole.network.Requantizers;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * The mean of each channel over all positions, as TensorFlow Lite's MEAN over height and width: [H, W, C] becomes [1, 1,
 * C], and [W, C] becomes [1, C].
 *
 * <p>The sum of {@code x - zero} over n positions is scaled by {@code input scale / output scale} and by 1 / n in one
 * step. Source: TensorFlow Lite 2.18 {@code reference/reduce.h}, {@code QuantizedMeanOrSum}.
 *
 * <p>Rounded in float, as ONNX Runtime 1.29 does in {@code MlasQLinearGlobalAveragePool}: {@code rint(sum * (si / (so *
 * n)))}, each step in single precision.
 *
 * @param rounding {@code DOUBLE} for the arithmetic of TensorFlow Lite, {@code FLOAT_HALF_EVEN} for that of ONNX
 *     Runtime
 * @param output the output's elements
 */
public record Mean(ScaleRounding rounding, Quantized output) implements Layer {
    public static final LayerKind<Mean> KIND =
            new LayerKind<>("mean", Mean.class, new MeanSyntax(), new MeanGolden(), new MeanOps());

    static final List<ScaleRounding> ROUNDINGS = List.of(ScaleRounding.DOUBLE, ScaleRounding.FLOAT_HALF_EVEN);

    private static final int MAX_EXPONENT = 31;

    /** A mean in the arithmetic of TensorFlow Lite. */
    public Mean(Quantized output) {
        this(ScaleRounding.DOUBLE, output);
    }

    /** Starts a mean. */
    public static Builder mean() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        Shape shape = input.shape();
        LayerCheck check = new LayerCheck(kind(), where, problems);
        boolean known = check.require(
                ROUNDINGS.contains(rounding), "rounding " + rounding, "use one of double and float_half_even");
        if (known & check.rank(shape, 2, 3)) {
            check.exact(requantizer(input), Collections.nCopies(shape.channels(), reachable(input)));
        }
        Optional<Shape> mean = check.shapeLike(shape, 1, 1, shape.channels());
        return new TensorType(mean.orElse(shape), output);
    }

    /** Turns a sum of {@code x - zero} into a level, in the same way for all channels. */
    Requantizer requantizer(TensorType input) {
        int n = input.shape().pixels();
        if (rounding == ScaleRounding.FLOAT_HALF_EVEN) {
            return Requantizers.of((float) input.element().scale() / ((float) output.scale() * n));
        }
        FixedScale scale = FixedPoint.quantizeMultiplier(input.element().scale() / output.scale());
        int log2 = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(n);
        int shift = Math.max(0, Math.min(log2, MAX_EXPONENT + scale.exponent()));
        int mantissa = (int) (((long) scale.mantissa() << shift) / n);
        return Requantizers.of(new FixedScale(mantissa, scale.exponent() - shift));
    }

    /** The sums of {@code x - zero} that can occur. */
    Range reachable(TensorType input) {
        long n = input.shape().pixels();
        int zero = input.element().zero();
        return new Range(n * (input.type().min() - zero), n * (input.type().max() - zero));
    }

    /** Builds a mean. The output is required. */
    public static final class Builder implements Supplier<Mean> {
        private Optional<Quantized> output = Optional.empty();
        private ScaleRounding rounding = ScaleRounding.DOUBLE;

        private Builder() {}

        /** Chooses the arithmetic; that of TensorFlow Lite by default. */
        public Builder rounding(ScaleRounding arithmetic) {
            rounding = arithmetic;
            return this;
        }

        public Builder output(Quantized elements) {
            output = Optional.of(elements);
            return this;
        }

        @Override
        public Mean get() {
            return new Mean(rounding, output.orElseThrow(Missing.of("mean", "output")));
        }
    }
}
