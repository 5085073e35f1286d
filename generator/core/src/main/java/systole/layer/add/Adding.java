package systole.layer.add;

import java.util.List;
import systole.layer.pair.Pair;
import systole.layer.support.LayerCheck;
import systole.network.Quantized;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.TensorType;

/** The sum or the difference of two tensors, in the arithmetic of {@link AddArithmetic}. */
public interface Adding extends Pair {
    /** True if the second input is subtracted. */
    boolean subtracts();

    /** True if inputs are rescaled in float, as in ONNX Runtime. */
    default boolean isInFloat() {
        return requant().isPresent()
                && requant().get() instanceof Scaled s
                && s.rounding() == ScaleRounding.FLOAT_HALF_EVEN;
    }

    @Override
    default AddArithmetic arithmetic(List<TensorType> inputs) {
        return AddArithmetic.of(this, inputs.get(0).element(), inputs.get(1).element());
    }

    @Override
    default boolean suits(Quantized first, Quantized second, LayerCheck check) {
        if (isInFloat()) {
            return inFloat(first, second, check);
        }
        return requant().isPresent() ? plain(first, second, check) : rescaled(first, second, check);
    }

    private boolean plain(Quantized first, Quantized second, LayerCheck check) {
        return check.at("requant")
                .require(
                        !(requant().orElseThrow() instanceof Scaled) || first.scale() == second.scale(),
                        "the inputs have different scales, and their integers are "
                                + (subtracts() ? "subtracted" : "added")
                                + " as they are",
                        "leave requant out, so that each input is rescaled first");
    }

    private boolean inFloat(Quantized first, Quantized second, LayerCheck check) {
        int bits = Math.max(
                output().type().bits(),
                Math.max(first.type().bits(), second.type().bits()));
        return check.require(
                        ((Scaled) requant().orElseThrow()).weightScales().equals(List.of(1.0)),
                        "float_half_even has other scales than 1",
                        "the scales are those of the inputs and the output")
                && check.require(
                        bits <= 8, "an operand or the output has " + bits + " bits", "use at most 8 bits in float")
                && check.require(
                        RuntimeSum.of(subtracts(), first, second, output()).isPresent(),
                        "scales " + first.scale() + ", " + second.scale() + " and "
                                + output().scale()
                                + " give results in float that no fixed-point sum gives",
                        "change the output's scale a little");
    }

    private boolean rescaled(Quantized first, Quantized second, LayerCheck check) {
        return check.require(
                        Math.max(first.type().bits(), second.type().bits()) <= 8 || AddArithmetic.isWide(first, second),
                        "inputs of " + first.type() + " and " + second.type() + " cannot be rescaled exactly",
                        "use inputs of at most 8 bits, or of int16 with zero points of 0, or give requant")
                & check.at("->")
                        .require(
                                AddArithmetic.outputMultiplier(first, second, output())
                                                .exponent()
                                        <= 0,
                                "the output's scale is less than 2^" + (AddArithmetic.isWide(first, second) ? -14 : -19)
                                        + " of the larger input scale",
                                "use a larger output scale");
    }
}
