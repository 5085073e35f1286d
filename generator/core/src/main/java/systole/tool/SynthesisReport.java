package systole.tool;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The resources of a synthesized design.
 *
 * @param total the resources of the whole design
 * @param units the resources of each unit, by the name of its instance in the top module
 * @param levels for each unit, the LUTs on the longest path between registers; see {@link LogicLevels}
 * @param fanOuts for each unit, the most pins that a net drives; see {@link FanOut}
 * @param glue the cells of the top module itself, which are the total less the units
 */
public record SynthesisReport(
        Resources total,
        Map<String, Resources> units,
        Map<String, Integer> levels,
        Map<String, Integer> fanOuts,
        Resources glue) {
    public SynthesisReport {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
        fanOuts = Collections.unmodifiableMap(new TreeMap<>(fanOuts));
    }

    /** The LUTs on the longest path between registers in the whole design. */
    public int longest() {
        return levels.values().stream().mapToInt(l -> l).max().orElse(0);
    }

    /** The most pins that a net drives in any unit. */
    public int widest() {
        return fanOuts.values().stream().mapToInt(f -> f).max().orElse(0);
    }
}
