package systole.tool.netlist;

import java.util.List;

/**
 * A path from a register to a register.
 *
 * @param unit the instance below the top module in which it ends; empty if that is the top module itself
 * @param steps from the clock edge that launches it to the register that takes it
 */
public record TimingPath(String unit, List<Step> steps) {
    /**
     * One cell of a path and the net before it.
     *
     * @param cell with the instances above it
     * @param fanOut pins that the net before it drives; 0 in front of the first cell
     * @param netNs the time in that net
     * @param cellNs the time in the cell: from the clock in the first one, to the clock in the last one
     */
    public record Step(String cell, String type, String pin, int fanOut, double netNs, double cellNs) {}

    public TimingPath {
        steps = List.copyOf(steps);
    }

    /** The whole time in nanoseconds. */
    public double ns() {
        return cellsNs() + netsNs();
    }

    /** The time in cells. */
    public double cellsNs() {
        return steps.stream().mapToDouble(Step::cellNs).sum();
    }

    /** The time in nets. */
    public double netsNs() {
        return steps.stream().mapToDouble(Step::netNs).sum();
    }
}
