package systole.tool.netlist;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a flat netlist tells about its paths, by unit.
 *
 * @param levels the LUTs on the longest path between registers; see {@link LogicLevels}
 * @param fanOuts the most pins that a net drives; see {@link FanOut}
 * @param cascade the most DSP slices in one cascade; see {@link DspCascades}
 * @param times how long the paths take; empty if the delays of the chip are not known
 */
public record PathFigures(
        Map<String, Integer> levels, Map<String, Integer> fanOuts, int cascade, Optional<PathTimes> times) {
    public PathFigures {
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
        fanOuts = Collections.unmodifiableMap(new TreeMap<>(fanOuts));
    }

    /**
     * Looks at a netlist.
     *
     * @param slowness the delays of the chip, compared with those of an Artix-7 of speed grade -1, if they are known
     */
    public static PathFigures of(List<MappedCell> cells, Optional<Double> slowness) {
        return new PathFigures(
                LogicLevels.of(cells),
                FanOut.of(cells),
                DspCascades.longest(cells),
                slowness.map(s -> PathTimes.of(cells, s)));
    }

    /** The LUTs on the longest path between registers in the whole design. */
    public int longest() {
        return greatest(levels);
    }

    /** The most pins that a net drives in any unit. */
    public int widest() {
        return greatest(fanOuts);
    }

    private static int greatest(Map<String, Integer> figures) {
        return figures.values().stream().mapToInt(f -> f).max().orElse(0);
    }
}
