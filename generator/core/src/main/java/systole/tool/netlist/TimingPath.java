package systole.tool.netlist;

import java.util.ArrayList;
import java.util.List;

/**
 * A path from a register to a register.
 *
 * @param unit the place in which it ends, a unit of the core say; empty if that is the top module itself
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

    /** The same path with other delays. */
    TimingPath times(double factor) {
        return new TimingPath(
                unit,
                steps.stream()
                        .map(s -> new Step(
                                s.cell(), s.type(), s.pin(), s.fanOut(), factor * s.netNs(), factor * s.cellNs()))
                        .toList());
    }

    /** The LUTs on the way, and the carry chains. */
    public int levels() {
        return (int) steps.stream().filter(TimingPath::level).count();
    }

    private static boolean level(Step step) {
        return step.type().startsWith("LUT")
                || step.type().equals("INV")
                || (step.type().equals("CARRY4") && !step.pin().startsWith("CI"));
    }

    /** The types of the cells on the way, equal ones that follow each other as one: {@code CARRY4 x 3}. */
    public List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (int from = 0, to; from < steps.size(); from = to) {
            String type = steps.get(from).type();
            to = from + 1;
            while (to < steps.size() && steps.get(to).type().equals(type)) {
                to++;
            }
            cells.add((type.isEmpty() ? "outside" : type) + (to - from > 1 ? " x " + (to - from) : ""));
        }
        return cells;
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
