package systole.kit;

import systole.board.Board;
import systole.plan.unit.Cost;

/** What stands around a core on the chip. */
public enum Surroundings {
    /** Register bank, FIFOs, and the DMA and interconnects of the block design. */
    BUS(new Cost(0, 0, 0), new Cost(0, 0, 0)),
    /** The UART, its protocol, FIFOs. */
    SERIAL(new Cost(0, 0, 0), Cost.NONE);

    private final Cost shell;
    private final Cost vendor;

    Surroundings(Cost shell, Cost vendor) {
        this.shell = shell;
        this.vendor = vendor;
    }

    /** Those that a board has. */
    public static Surroundings of(Board board) {
        return board.hasProcessor() ? BUS : SERIAL;
    }

    /** All of it. */
    public Cost cost() {
        return shell.plus(vendor);
    }
}
