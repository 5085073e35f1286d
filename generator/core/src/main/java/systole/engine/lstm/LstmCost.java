package systole.engine.lstm;

import systole.engine.Cost;
import systole.engine.Memory;
import systole.engine.array.ArrayCost;
import systole.form.curve.Curve;
import systole.form.curve.Segments;
import systole.op.LstmShape;

/** The resources that an {@link LstmEngine} is expected to need. */
final class LstmCost {
    /** Counters, packing and flow control. */
    private static final Cost CONTROL = new Cost(0, 220, 0);

    private LstmCost() {}

    static Cost of(LstmEngine unit) {
        int chains = unit.chains();
        Cost requantizers = unit.requantized()
                .cost(unit.requantized().form().channels() / chains, Memory.WORTH)
                .times(chains);
        Cost meet = unit.waiting().ramCost().plus(new Cost(0, 20 * chains + 40 * unit.gates(), 0));
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
    private static Cost curves(LstmEngine unit) {
        LstmCell cell = unit.cell();
        int sigmoids = unit.gates() == LstmEngine.GATES_AT_ONCE ? LstmShape.GATES - 1 : unit.gates();
        return of(cell.sigmoid()).times(sigmoids).plus(of(cell.tanh())).plus(of(cell.cellTanh()));
    }

    private static Cost of(Curve curve) {
        if (!(curve instanceof Segments s)) {
            return new Cost(0, 40, 0);
        }
        Cost rest = s.restBits() == 0
                ? Cost.NONE
                : Memory.rom(s.restBits(), s.rest().size()).romCost();
        return Memory.rom(s.baseBits() + s.slopeBits(), s.base().size())
                .romCost()
                .plus(rest)
                .plus(new Cost(1, 90, 0));
    }

    /** Three products with their rounding, and the memory of the states. */
    private static Cost cell(LstmEngine unit) {
        Cost hidden = unit.cell().shift().isPresent()
                ? new Cost(0, 60, 0)
                : unit.cell().hidden().cost(1, Memory.WORTH);
        return unit.states().ramCost().plus(new Cost(3, 180, 0)).plus(hidden);
    }
}
