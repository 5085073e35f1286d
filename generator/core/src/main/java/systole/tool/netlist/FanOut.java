package systole.tool.netlist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.tool.netlist.MappedCell.Pin;

/**
 * Counts the pins that the nets of a netlist drive. Nets that go everywhere do not count: clocks, and resets at the
 * pins of registers. A net is a reset if it resets registers in more than one place: in several units, or in several parts
 * of the shell; or if it comes from a place with nothing but registers, as those of the resets in a top module are.
 */
public final class FanOut {
    private FanOut() {}

    /** For each unit, the most pins in it that one net drives. */
    public static Map<String, Integer> of(List<MappedCell> cells) {
        Set<String> resets = resets(cells);
        Map<String, Map<String, Integer>> loads = new TreeMap<>();
        for (MappedCell cell : cells) {
            Map<String, Integer> ofUnit = loads.computeIfAbsent(cell.unit(), unit -> new HashMap<>());
            cell.pins().stream()
                    .filter(pin -> !cell.output(pin) && !cell.clock(pin) && !pin.constant())
                    .filter(pin -> !cell.reset(pin) || !resets.contains(pin.net()))
                    .map(Pin::net)
                    .forEach(net -> ofUnit.merge(net, 1, Integer::sum));
        }
        Map<String, Integer> most = new TreeMap<>();
        loads.forEach((unit, nets) ->
                most.put(unit, nets.values().stream().mapToInt(n -> n).max().orElse(0)));
        return most;
    }

    private static Set<String> resets(List<MappedCell> cells) {
        Map<String, Set<String>> places = new HashMap<>();
        for (MappedCell cell : cells) {
            cell.pins().stream().filter(cell::reset).forEach(pin -> places.computeIfAbsent(
                            pin.net(), net -> new HashSet<>())
                    .add(cell.place()));
        }
        Set<String> resets = places.entrySet().stream()
                .filter(net -> net.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        copies(cells).filter(places::containsKey).forEach(resets::add);
        return resets;
    }

    /** The nets that come from places with nothing but registers. */
    private static Stream<String> copies(List<MappedCell> cells) {
        return cells.stream().collect(Collectors.groupingBy(MappedCell::place)).entrySet().stream()
                .filter(place ->
                        !place.getKey().isEmpty() && place.getValue().stream().allMatch(MappedCell::flipFlop))
                .flatMap(place -> place.getValue().stream())
                .flatMap(cell -> cell.pins().stream().filter(cell::output))
                .map(Pin::net);
    }
}
