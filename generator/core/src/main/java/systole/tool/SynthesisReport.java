package systole.tool;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import systole.tool.netlist.Resources;

/**
 * The resources of a synthesized design, as the chip would take them: without what is in its DSP slices.
 *
 * @param total the resources of the whole design
 * @param units the resources of each unit, by the name of its instance in the top module
 * @param levels for each unit, the LUTs on the longest path between registers; see {@link systole.tool.netlist.LogicLevels}
 * @param fanOuts for each unit, the most pins that a net drives; see {@link systole.tool.netlist.FanOut}
 * @param glue the cells of the top module itself, which are the total less the units
 * @param absorbed the cells of the netlist beside the total, because the synthesizer leaves registers and adders outside of
 *     the DSP slices that have them inside
 */
public record SynthesisReport(
        Resources total,
        Map<String, Resources> units,
        Map<String, Integer> levels,
        Map<String, Integer> fanOuts,
        Resources glue,
        Resources absorbed) {
    public SynthesisReport {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
        fanOuts = Collections.unmodifiableMap(new TreeMap<>(fanOuts));
    }

    /** All cells of the netlist. */
    public Resources netlist() {
        return total.plus(absorbed);
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
