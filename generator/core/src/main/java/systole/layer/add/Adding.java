package systole.layer.add;

import java.util.List;
import systole.layer.pair.Pair;
import systole.layer.support.LayerCheck;
import systole.network.Quantized;
import systole.network.Requantization.Scaled;
import systole.network.TensorType;

/** The sum of two tensors, or their difference; {@link AddArithmetic} says how. */
public interface Adding extends Pair {
    /** True if the second input is subtracted. */
    boolean subtracts();

    @Override
    default AddArithmetic arithmetic(List<TensorType> inputs) {
        return AddArithmetic.of(this, inputs.get(0).element(), inputs.get(1).element());
    }

    @Override
    default boolean suits(Quantized first, Quantized second, LayerCheck check) {
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

    private boolean rescaled(Quantized first, Quantized second, LayerCheck check) {
        return check.require(
                        Math.max(first.type().bits(), second.type().bits()) <= 8,
                        "inputs of " + first.type() + " and " + second.type() + " cannot be rescaled exactly",
                        "use inputs of at most 8 bits, or give requant")
                & check.at("->")
                        .require(
                                AddArithmetic.outputMultiplier(first, second, output())
                                                .exponent()
                                        <= 0,
                                "the output's scale is less than 2^-19 of the larger input scale",
                                "use a larger output scale");
    }
}
