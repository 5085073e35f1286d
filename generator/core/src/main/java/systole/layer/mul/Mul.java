package systole.layer.mul;

import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import systole.layer.LayerKind;
import systole.layer.pair.Pair;
import systole.layer.pair.PairBuilder;
import systole.layer.pair.PairGolden;
import systole.layer.pair.PairOps;
import systole.layer.pair.PairSyntax;
import systole.layer.support.LayerCheck;
import systole.network.Activation;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.TensorType;
import systole.op.Pairing;

/**
 * The product of two tensors of one shape, in the arithmetic of {@link MulArithmetic}.
 *
 * @param requant from {@code (x1 - z1) * (x2 - z2)} to levels, where the input scale is the product of both; empty for
 *     TensorFlow Lite's MUL
 * @param activation narrows the output's range
 * @param output the output's elements
 */
public record Mul(Optional<Requantization> requant, Activation activation, Quantized output) implements Pair {
    public static final LayerKind<Mul> KIND = new LayerKind<>(
            "mul", Mul.class, new PairSyntax<>(Mul::new), new PairGolden<>(), new PairOps<>(Mul::hardware));

    /**
     * The function that ONNX Runtime computes from two elements; see {@link MulArithmetic}.
     *
     * @return of an element of the first input and one of the second, an element of the output
     */
    public static IntBinaryOperator runtime(Quantized first, Quantized second, Quantized output) {
        return MulArithmetic.runtime(first, second, output);
    }

    /** Starts a product. */
    public static PairBuilder<Mul> mul() {
        return new PairBuilder<>("mul", Mul::new);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public MulArithmetic arithmetic(List<TensorType> inputs) {
        return MulArithmetic.of(this, inputs.get(0).element(), inputs.get(1).element());
    }

    /** True if the product is rescaled in float, as in ONNX Runtime. */
    boolean isInFloat() {
        return requant().isPresent()
                && requant().get() instanceof Scaled s
                && s.rounding() == ScaleRounding.FLOAT_HALF_EVEN;
    }

    @Override
    public boolean suits(Quantized first, Quantized second, LayerCheck check) {
        return check.require(
                !isInFloat() || ((Scaled) requant.orElseThrow()).weightScales().equals(List.of(1.0)),
                "float_half_even has other scales than 1",
                "the scales are those of the inputs and the output");
    }

    private static PairOps.Start hardware(Mul layer, TensorType first, TensorType second) {
        return new PairOps.Start(
                new Pairing.Product(first.element().zero(), second.element().zero()), 0);
    }
}
