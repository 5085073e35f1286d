package systole.kit;

import systole.engine.Cost;
import systole.target.board.Board;

/**
 * The logic around a core on the chip, as allowances for planning.
 *
 * @param shell the shell that Systole generates; for streams of 32 bits, Yosys counts about 1,200 LUTs and two block
 *     RAMs for the serial shell and 600 LUTs for the bus shell
 * @param vendor the logic that Vivado adds: DMA, interconnects and reset; this is an estimate and not counted
 */
public record Surroundings(Cost shell, Cost vendor) {
    private static final Surroundings BUS = new Surroundings(new Cost(0, 1_500, 0), new Cost(0, 4_000, 6));
    private static final Surroundings SERIAL = new Surroundings(new Cost(0, 1_500, 2), Cost.NONE);

    /** The allowances for a board. */
    public static Surroundings of(Board board) {
        return board.hasProcessor() ? BUS : SERIAL;
    }

    /** The sum of both. */
    public Cost cost() {
        return shell.plus(vendor);
    }
}
