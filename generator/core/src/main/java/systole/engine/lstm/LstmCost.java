package systole.engine.lstm;

import systole.engine.Storage;
import systole.engine.array.ArrayCost;
import systole.engine.function.CurveCost;
import systole.op.LstmShape;
import systole.target.resource.ResourceVector;

/** The resources that an {@link LstmEngine} is expected to need. */
final class LstmCost {
    /** Counters, packing and flow control. */
    private static final ResourceVector CONTROL = ResourceVector.luts(220);

    private LstmCost() {}

    static ResourceVector of(LstmEngine unit) {
        int chains = unit.chains();
        ResourceVector requantizers =
                unit.requantized().cost(unit.requantizerWords(), Storage.USUAL).times(chains);
        ResourceVector meet = unit.waiting().ramCost().plus(ResourceVector.luts(20 * chains + 40 * unit.gates()));
        return ArrayCost.of(unit.array(), unit.accBits(), unit.canary())
                .plus(requantizers)
                .plus(meet)
                .plus(curves(unit))
                .plus(cell(unit))
                .plus(unit.xMemory().ramCost())
                .plus(unit.hMemory().ramCost())
                .plus(unit.outFifo().ramCost())
                .plus(CONTROL);
    }

    /** A sigmoid in each lane, a tanh in one lane, and the tanh of the cell state. */
    private static ResourceVector curves(LstmEngine unit) {
        LstmCell cell = unit.cell();
        int sigmoids = unit.gates() == LstmEngine.GATES_AT_ONCE ? LstmShape.GATES - 1 : unit.gates();
        return CurveCost.of(cell.sigmoid())
                .times(sigmoids)
                .plus(CurveCost.of(cell.tanh()))
                .plus(CurveCost.of(cell.cellTanh()));
    }

    /** Three products with their rounding, and the memory of the states. */
    private static ResourceVector cell(LstmEngine unit) {
        ResourceVector hidden = unit.cell().shift().isPresent()
                ? ResourceVector.luts(60)
                : unit.cell().hidden().cost(1, Storage.USUAL);
        return unit.states()
                .ramCost()
                .plus(ResourceVector.dsps(3))
                .plus(ResourceVector.luts(180))
                .plus(hidden);
    }
}
