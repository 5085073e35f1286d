package systole.kit;

import systole.plan.unit.Cost;
import systole.target.board.Board;

/**
 * What stands around a core on the chip: allowances for planning.
 *
 * @param shell what Systole generates: for streams of 32 bits, Yosys counts about 1,200 LUTs and two block RAMs of the
 *     serial shell, 600 LUTs of the bus shell
 * @param vendor what Vivado adds: DMA, interconnects, reset; not counted
 */
public record Surroundings(Cost shell, Cost vendor) {
    private static final Surroundings BUS = new Surroundings(new Cost(0, 1_500, 0), new Cost(0, 4_000, 6));
    private static final Surroundings SERIAL = new Surroundings(new Cost(0, 1_500, 2), Cost.NONE);

    /** Those that a board has. */
    public static Surroundings of(Board board) {
        return board.hasProcessor() ? BUS : SERIAL;
    }

    /** All of it. */
    public Cost cost() {
        return shell.plus(vendor);
    }
}
