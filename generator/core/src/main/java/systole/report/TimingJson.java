package systole.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import systole.target.chip.Chip;
import systole.target.chip.SpeedGrade;
import systole.tool.netlist.PathTimes;
import systole.tool.netlist.TimingPath;

/** Renders the estimated times of paths as JSON. */
final class TimingJson {
    private TimingJson() {}

    /** The longest path of each place of the design, the longest of all first. */
    static ObjectNode of(Chip chip, PathTimes times) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("chip", chip.speedGrade().map(SpeedGrade::toString).orElse(""));
        times.worst().ifPresent(path -> root.put("worst_ns", ns(path.ns()))
                .put("worst_place", path.unit())
                .put("worst_levels", path.levels()));
        times.cellsAlone().ifPresent(path -> {
            root.put("cells_alone_ns", ns(path.ns()));
            fill(root.putObject("cells_alone").put("place", path.unit()), path);
        });
        ObjectNode places = root.putObject("places");
        times.sorted().forEach(path -> fill(places.putObject(path.unit()), path));
        return root;
    }

    private static void fill(ObjectNode node, TimingPath path) {
        node.put("ns", ns(path.ns())).put("cells_ns", ns(path.cellsNs())).put("nets_ns", ns(path.netsNs()));
        node.put("levels", path.levels());
        var steps = node.putArray("path");
        path.steps().forEach(s -> steps.addObject()
                .put("cell", s.cell())
                .put("type", s.type())
                .put("pin", s.pin())
                .put("fan_out", s.fanOut())
                .put("net_ns", ns(s.netNs()))
                .put("cell_ns", ns(s.cellNs())));
    }

    /** In picoseconds, as no delay is known better. */
    private static double ns(double time) {
        return Math.round(time * 1000) / 1000.0;
    }
}
