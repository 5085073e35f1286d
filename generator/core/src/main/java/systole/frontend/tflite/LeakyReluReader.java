package systole.frontend.tflite;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.LeakyReluOptions;
import systole.network.Layer;
import systole.network.Quantized;

/** LEAKY_RELU: below the zero point the slope is alpha. {@code reference/leaky_relu.h}. */
final class LeakyReluReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        LeakyReluOptions o = op.options(BuiltinOptions.LeakyReluOptions, new LeakyReluOptions());
        float alpha = o.alpha();
        op.require(
                alpha >= 0 && Float.isFinite(alpha),
                "alpha is " + alpha,
                "it is at least 0: multipliers of the reference kernel are not negative");
        op.requireSameType(op.input(0), op.output());
        op.throwIfAny();
        return List.of(
                TableReader.lookup(op.input(0).element(), op.output().element(), (in, out) -> leaky(in, out, alpha)));
    }

    private static IntUnaryOperator leaky(Quantized input, Quantized output, float alpha) {
        IntUnaryOperator above = Rescale.inFloat(input, output);
        IntUnaryOperator below = Rescale.by((float) input.scale() * alpha / (float) output.scale(), input, output);
        return x -> x >= input.zero() ? above.applyAsInt(x) : below.applyAsInt(x);
    }
}
