package systole.layer.softmax;

import java.util.List;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.TensorType;

/**
 * Softmax over the channels of each position. It is bit for bit the reference SOFTMAX of TensorFlow Lite;
 * {@link SoftmaxMath} has the arithmetic.
 *
 * @param beta factor of the exponents, positive
 * @param output {@link #INT8} or {@link #UINT8}
 */
public record Softmax(double beta, Quantized output) implements Layer {
    /** Probabilities as int8: -128 stands for 0, and 127 stands for 255/256. */
    public static final Quantized INT8 = new Quantized(IntType.INT8, 1.0 / 256, -128);
    /** Probabilities as uint8: 0 stands for 0, and 255 stands for 255/256. */
    public static final Quantized UINT8 = new Quantized(IntType.UINT8, 1.0 / 256, 0);

    public static final LayerKind<Softmax> KIND =
            new LayerKind<>("softmax", Softmax.class, new SoftmaxSyntax(), new SoftmaxGolden(), new SoftmaxOps());

    /** Starts a softmax with beta 1 and int8 output. */
    public static Builder softmax() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        LayerCheck check = new LayerCheck(kind(), where, problems);
        check.require(input.type().bits() <= 8, "the input is " + input.type(), "use at most 8 bits");
        check.require(
                input.shape().channels() <= SoftmaxMath.MAX_CHANNELS,
                "the input has " + input.shape().channels() + " channels",
                "the sum of exponentials holds at most " + SoftmaxMath.MAX_CHANNELS);
        check.at("->")
                .require(
                        output.equals(INT8) || output.equals(UINT8),
                        "the output is " + output,
                        "it is " + INT8 + ", or " + UINT8);
        check.at("beta")
                .require(
                        SoftmaxMath.scalesUp(beta, input.element().scale()),
                        "beta " + beta + " times the input scale "
                                + input.element().scale() + " is not above 2^-26",
                        "use a positive beta and a larger input scale");
        return new TensorType(input.shape(), output);
    }

    /** Builds a softmax. */
    public static final class Builder implements Supplier<Softmax> {
        private double beta = 1;
        private Quantized output = INT8;

        private Builder() {}

        public Builder beta(double factor) {
            beta = factor;
            return this;
        }

        /** {@link #INT8}, the default, or {@link #UINT8}. */
        public Builder output(Quantized elements) {
            output = elements;
            return this;
        }

        @Override
        public Softmax get() {
            return new Softmax(beta, output);
        }
    }
}
