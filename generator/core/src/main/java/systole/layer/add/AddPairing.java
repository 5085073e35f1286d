package systole.layer.add;

import java.util.List;
import java.util.stream.IntStream;
import systole.layer.pair.PairOps.Start;
import systole.network.FixedPoint.FixedScale;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.TensorType;
import systole.op.Pairing;

/**
 * Chooses the hardware of sums. Rescaled terms come from tables, plain terms are the elements themselves, and a bias
 * accounts for the zero points.
 */
final class AddPairing {
    private AddPairing() {}

    static Start of(Adding layer, TensorType first, TensorType second) {
        if (layer.requant().isEmpty() && AddArithmetic.isWide(first.element(), second.element())) {
            FixedScale b = AddArithmetic.inputScale(second.element(), first.element());
            return new Start(
                    new Pairing.Rescaled(
                            AddArithmetic.inputScale(first.element(), second.element()),
                            layer.subtracts() ? b.negated() : b),
                    0);
        }
        if (layer.requant().isEmpty() || layer.isInFloat()) {
            AddArithmetic arithmetic = layer.arithmetic(List.of(first, second));
            return new Start(
                    new Pairing.Tables(table(arithmetic, 0, first.type()), table(arithmetic, 1, second.type())), 0);
        }
        long zero = second.element().zero();
        return new Start(
                new Pairing.Elements(layer.subtracts()),
                (layer.subtracts() ? zero : -zero) - first.element().zero());
    }

    private static IntTensor table(AddArithmetic arithmetic, int input, IntType type) {
        return IntTensor.vector(IntStream.range(0, 1 << type.bits())
                .map(bits -> arithmetic.term(input, type.fromBits(bits)))
                .toArray());
    }
}
