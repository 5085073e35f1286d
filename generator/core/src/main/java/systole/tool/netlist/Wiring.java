package systole.tool.netlist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import systole.tool.netlist.MappedCell.Pin;

/** Who drives the nets of a flat netlist, and whom they drive. Constants are no nets. */
final class Wiring {
    /** A pin of a cell. */
    record End(MappedCell cell, Pin pin) {
        /** Whether it is a pin of a port of a type of cell. */
        boolean is(String type, String... ports) {
            return cell.type().equals(type) && List.of(ports).contains(pin.port());
        }
    }

    private final Map<String, End> drivers = new HashMap<>();
    private final Map<String, List<End>> sinks = new HashMap<>();

    Wiring(Collection<MappedCell> cells) {
        for (MappedCell cell : cells) {
            for (Pin pin : cell.pins()) {
                if (pin.constant()) {
                    continue;
                }
                if (cell.output(pin)) {
                    drivers.put(pin.net(), new End(cell, pin));
                } else {
                    sinks.computeIfAbsent(pin.net(), n -> new ArrayList<>()).add(new End(cell, pin));
                }
            }
        }
    }

    Optional<End> driver(String net) {
        return Optional.ofNullable(drivers.get(net));
    }

    List<End> sinks(String net) {
        return sinks.getOrDefault(net, List.of());
    }

    /** The nets at ports of a cell. */
    static Set<String> nets(MappedCell cell, String... ports) {
        Set<String> nets = new LinkedHashSet<>();
        for (Pin pin : cell.pins()) {
            if (!pin.constant() && List.of(ports).contains(pin.port())) {
                nets.add(pin.net());
            }
        }
        return nets;
    }
}
