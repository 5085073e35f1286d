package systole.tool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import systole.tool.MappedCell.Pin;

/** How many pins the nets of a netlist drive; but for clocks and the resets of registers, which go everywhere. */
final class FanOut {
    private FanOut() {}

    /** By unit, the most pins in it that one net drives. */
    static Map<String, Integer> of(List<MappedCell> cells) {
        Map<String, Map<String, Integer>> loads = new TreeMap<>();
        for (MappedCell cell : cells) {
            Map<String, Integer> ofUnit = loads.computeIfAbsent(cell.unit(), unit -> new HashMap<>());
            cell.pins().stream()
                    .filter(pin -> !cell.output(pin) && !cell.common(pin) && !pin.constant())
                    .map(Pin::net)
                    .forEach(net -> ofUnit.merge(net, 1, Integer::sum));
        }
        Map<String, Integer> most = new TreeMap<>();
        loads.forEach((unit, nets) ->
                most.put(unit, nets.values().stream().mapToInt(n -> n).max().orElse(0)));
        return most;
    }
}
