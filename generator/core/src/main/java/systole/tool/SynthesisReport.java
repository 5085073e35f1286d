package systole.tool;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The resources of a synthesized design, as the chip would take them: without what is in its DSP slices.
 *
 * @param total everything
 * @param units by name of the instance, the modules that the top module is made of
 * @param levels of each of these, the LUTs on the longest path between registers; see {@link LogicLevels}
 * @param fanOuts of each of these, the most pins that a net drives; see {@link FanOut}
 * @param glue cells that belong to the top module itself; total less the units
 * @param absorbed what the netlist has beside all that, because the synthesizer leaves registers and adders outside of the
 *     DSP slices that have them; nothing where it does not
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

    /** LUTs on the longest path between registers of all. */
    public int longest() {
        return levels.values().stream().mapToInt(l -> l).max().orElse(0);
    }

    /** The most pins that a net drives in a unit, of all. */
    public int widest() {
        return fanOuts.values().stream().mapToInt(f -> f).max().orElse(0);
    }
}
