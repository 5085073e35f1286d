package systole.plan.unit;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to build a {@link MacUnit} in a folding. They differ in how the array multiplies and in how readily memories
 * are put into block RAM.
 */
final class MacVariants {
    /**
     * The LUTs that a RAMB18 is worth. The usual worth comes first. A quarter of it suits a board with plenty of block
     * RAM, and more suits a board where block RAM is scarce.
     */
    private static final List<Integer> WORTHS = List.of(Memory.WORTH, Memory.WORTH / 4, 4 * Memory.WORTH);

    private MacVariants() {}

    static List<MacUnit> of(MacUnit unit) {
        return multiplying(unit).stream()
                .flatMap(way -> WORTHS.stream().map(way::withWorth))
                .toList();
    }

    private static List<MacUnit> multiplying(MacUnit unit) {
        if (unit.weights().isEmpty()) {
            return List.of(unit);
        }
        List<MacUnit> ways = new ArrayList<>(List.of(unit));
        MacUnit packed = unit.withMultiplier(Multiplier.PACKED);
        if (unit.fold().pe() % 2 == 0
                && packed.possibleChains().isPresent()
                && unit.shape().length() > 1
                && DspPacking.canary(packed.array(), unit.accBits(), unit.weightOrder())
                        .isPresent()) {
            ways.add(packed);
        }
        if (unit.array().suitsFabric()) {
            ways.add(unit.withMultiplier(Multiplier.FABRIC));
        }
        return ways;
    }
}
