package systole.app;

import java.util.Optional;
import systole.design.Design;
import systole.target.chip.SpeedGrade;
import systole.tool.netlist.PathTimes;
import systole.tool.netlist.TimingPath;

/**
 * The report of how long the paths of a synthesized design take.
 *
 * @param design the hardware
 * @param times the estimate; empty if the delays of the chip are not known
 */
record TimingReport(Design design, Optional<PathTimes> times) {
    /** The places that are shown. */
    private static final int MOST = 8;

    String text() {
        String family = design.board().chip().family().name();
        return times.map(this::estimated)
                .orElse("\nHow long paths take is not estimated: delays of " + family + " chips are not known.\n");
    }

    private String estimated(PathTimes all) {
        if (all.worst().isEmpty()) {
            return "";
        }
        String cells = all.cellsAlone()
                .map(path -> Text.format(
                        "; without nets %.2f ns, into %s through %s",
                        path.ns(), place(path), String.join(", ", path.cells())))
                .orElse("");
        Table table = new Table("longest path into", "ns", "cells", "nets", "levels", "through");
        all.sorted().stream()
                .limit(MOST)
                .forEach(path -> table.row(
                        place(path),
                        Text.format("%.2f", path.ns()),
                        Text.format("%.2f", path.cellsNs()),
                        Text.format("%.2f", path.netsNs()),
                        path.levels(),
                        String.join(", ", path.cells())));
        int more = all.places().size() - MOST;
        return Text.format(
                        "\nEstimated, not routed (%s): %.2f ns%s; a cycle at %s MHz has %.2f ns\n\n",
                        design.board()
                                .chip()
                                .speedGrade()
                                .map(SpeedGrade::toString)
                                .orElse(""),
                        all.worst().get().ns(),
                        cells,
                        Text.number(design.clockMhz()),
                        1000 / design.clockMhz())
                + table
                + (more > 0 ? Text.format("and %,d more places, which --json has\n", more) : "");
    }

    private static String place(TimingPath path) {
        return path.unit().isEmpty() ? "(top)" : path.unit();
    }
}
