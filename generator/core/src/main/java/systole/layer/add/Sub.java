package systole.layer.add;

import java.util.Optional;
import systole.layer.LayerKind;
import systole.layer.pair.PairBuilder;
import systole.layer.pair.PairGolden;
import systole.layer.pair.PairOps;
import systole.layer.pair.PairSyntax;
import systole.network.Activation;
import systole.network.Quantized;
import systole.network.Requantization;

/**
 * The difference of two tensors of one shape, in the arithmetic of {@link AddArithmetic}. The second tensor is
 * subtracted from the first.
 *
 * @param requant from {@code x1 - z1 - (x2 - z2)} to levels; empty for the SUB of TensorFlow Lite, which rescales both
 *     inputs; {@code float_half_even(1)} for that of ONNX Runtime, which rescales them in float
 * @param activation narrows the output's range
 * @param output the output's elements
 */
public record Sub(Optional<Requantization> requant, Activation activation, Quantized output) implements Adding {
    public static final LayerKind<Sub> KIND = new LayerKind<>(
            "sub", Sub.class, new PairSyntax<>(Sub::new), new PairGolden<>(), new PairOps<>(AddPairing::of));

    /** Starts a difference. */
    public static PairBuilder<Sub> sub() {
        return new PairBuilder<>("sub", Sub::new);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean subtracts() {
        return true;
    }
}
