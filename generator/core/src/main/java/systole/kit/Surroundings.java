package systole.kit;

import systole.target.board.Board;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/**
 * The logic around a core on the chip, as allowances for planning.
 *
 * @param shell the shell that Systole generates; for streams of 32 bits, Yosys counts about 1,200 LUTs and two block
 *     RAMs for the serial shell and 600 LUTs for the bus shell
 * @param vendor the logic that Vivado adds: DMA, interconnects and reset; this is an estimate and not counted
 */
public record Surroundings(ResourceVector shell, ResourceVector vendor) {
    private static final Surroundings BUS = new Surroundings(
            ResourceVector.luts(1_500), ResourceVector.luts(4_000).plus(ResourceVector.of(ResourceKind.RAMB18, 6)));
    private static final Surroundings SERIAL = new Surroundings(
            ResourceVector.luts(1_500).plus(ResourceVector.of(ResourceKind.RAMB18, 2)), ResourceVector.NONE);

    /** The allowances for a board. */
    public static Surroundings of(Board board) {
        return board.hasProcessor() ? BUS : SERIAL;
    }

    /** The sum of both. */
    public ResourceVector cost() {
        return shell.plus(vendor);
    }
}
