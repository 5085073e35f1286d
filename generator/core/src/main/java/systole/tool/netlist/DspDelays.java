package systole.tool.netlist;

import systole.tool.netlist.MappedCell.Pin;

/**
 * The delays of a DSP48E1 in nanoseconds, by the registers that it has: Artix-7, speed grade -1. The library of cells of
 * Yosys has those of the fastest grade; Vivado's reports for -1 parts are 1.364 times as long throughout (a product's way
 * from A to PCOUT 4.036, not 2.970).
 */
final class DspDelays {
    private static final double NONE = CellDelays.NONE;
    /** From speed grade -3 to -1. */
    private static final double SLOWER = 1.364;

    private DspDelays() {}

    static double launch(MappedCell cell, Pin out) {
        boolean cascade = cascade(out);
        if (!cascade && !out.port().equals("P")) {
            return NONE; // The cascades of operands are not used.
        }
        double more = cascade ? 0.148 : 0;
        boolean times = multiplies(cell);
        if (cell.set("PREG")) {
            return SLOWER * (cascade ? 0.435 : 0.329);
        }
        if (times && cell.set("MREG")) {
            return SLOWER * (1.671 + more);
        }
        if (times && cell.set("AREG")) {
            return SLOWER * ((cell.preAdds() ? 3.935 : 2.952) + more);
        }
        if (times && cell.set("BREG")) {
            return SLOWER * (2.813 + more);
        }
        if (cell.set("CREG")) {
            return SLOWER * (1.687 + more);
        }
        return cell.set("AREG") || cell.set("BREG") ? SLOWER * (1.632 + more) : NONE;
    }

    static double setup(MappedCell cell, Pin in) {
        double before =
                switch (in.port()) {
                    case "A", "ACIN" ->
                        cell.set("AREG")
                                ? 0.254
                                : through(cell, cell.preAdds() ? 2.400 : 1.416, cell.preAdds() ? 3.723 : 2.739, 1.441);
                    case "B", "BCIN" -> cell.set("BREG") ? 0.324 : through(cell, 1.285, 2.608, 1.428);
                    case "C" -> cell.set("CREG") ? 0.168 : cell.set("PREG") ? 1.244 : NONE;
                    case "D" -> cell.set("DREG") ? 0.248 : through(cell, 2.310, 3.635, NONE);
                    case "PCIN" -> cell.set("PREG") ? 1.025 : NONE;
                    case "P", "PCOUT" -> NONE;
                    default -> 0.300; // Enables, resets and modes.
                };
        return before < 0 ? NONE : SLOWER * before;
    }

    /** An operand without a register of its own ends in that of the product, or else in that of the sum. */
    private static double through(MappedCell cell, double product, double sum, double added) {
        if (!multiplies(cell)) {
            return cell.set("PREG") ? added : NONE;
        }
        return cell.set("MREG") ? product : cell.set("PREG") ? sum : NONE;
    }

    static double arc(MappedCell cell, Pin in, Pin out) {
        boolean cascade = cascade(out);
        if (cell.set("PREG") || (!cascade && !out.port().equals("P"))) {
            return NONE;
        }
        boolean times = multiplies(cell);
        boolean open = !times || !cell.set("MREG");
        double delay =
                switch (in.port()) {
                    case "A" -> open && !cell.set("AREG") ? !times ? 1.523 : cell.preAdds() ? 3.806 : 2.823 : NONE;
                    case "B" -> open && !cell.set("BREG") ? times ? 2.690 : 1.509 : NONE;
                    case "C" -> cell.set("CREG") ? NONE : 1.325;
                    case "D" -> open && cell.preAdds() && !cell.set("DREG") ? 3.717 : NONE;
                    case "PCIN" -> 1.107;
                    default -> NONE;
                };
        return delay < 0 ? NONE : SLOWER * (delay + (cascade ? 0.148 : 0));
    }

    private static boolean cascade(Pin out) {
        return out.port().equals("PCOUT");
    }

    private static boolean multiplies(MappedCell cell) {
        return !cell.parameters().getOrDefault("USE_MULT", "").contains("NONE");
    }
}
