package systole.tool;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import systole.tool.netlist.PathFigures;
import systole.tool.netlist.Resources;

/**
 * The resources and the paths of a synthesized design. Resources are as the chip would take them: without what is in its
 * DSP slices.
 *
 * @param total the resources of the whole core
 * @param units the resources of each unit, by the name of its instance in the core
 * @param glue the cells of the core itself, which are the total less the units
 * @param absorbed the cells of the netlist of the core beside the total, because the synthesizer leaves registers and adders
 *     outside of the DSP slices that have them inside
 * @param shell the resources of the shell around the core; empty if the core was synthesized alone
 * @param paths the paths of core and shell
 */
public record SynthesisReport(
        Resources total,
        Map<String, Resources> units,
        Resources glue,
        Resources absorbed,
        Optional<Resources> shell,
        PathFigures paths) {
    public SynthesisReport {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
    }

    /** All cells of the netlist of the core. */
    public Resources netlist() {
        return total.plus(absorbed);
    }

    /** The resources of core and shell. */
    public Resources whole() {
        return total.plus(shell.orElse(Resources.NONE));
    }
}
