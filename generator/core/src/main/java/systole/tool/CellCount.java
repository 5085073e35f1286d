package systole.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import systole.tool.netlist.Primitives;
import systole.tool.netlist.Resources;

/** Adds up the cells of a hierarchy of modules, from the figures of Yosys. */
final class CellCount {
    private final JsonNode modules;
    private final Map<String, Resources> known = new HashMap<>();

    /** @param modules the figures of each module */
    CellCount(JsonNode modules) {
        this.modules = modules;
    }

    /** All cells of a module and of the modules below it. */
    Resources ofModule(String name) {
        if (known.containsKey(name)) {
            return known.get(name);
        }
        Resources sum = Resources.NONE;
        for (var cells : module(name).path("num_cells_by_type").properties()) {
            String type = cells.getKey();
            Resources one = isModule(type) ? ofModule(type) : Primitives.cost(type);
            sum = sum.plus(one.times(cells.getValue().asInt()));
        }
        known.put(name, sum);
        return sum;
    }

    /**
     * The instances of modules in a module, by their names, each with the modules below it.
     *
     * @param cells the netlist of the module
     */
    Map<String, Resources> instances(JsonNode cells) {
        Map<String, Resources> units = new TreeMap<>();
        for (var cell : cells.properties()) {
            String type = cell.getValue().path("type").asText();
            if (isModule(type)) {
                units.put(cell.getKey(), ofModule(type));
            }
        }
        return units;
    }

    private boolean isModule(String type) {
        return !module(type).isMissingNode();
    }

    /** Yosys writes names from Verilog with a backslash in front. */
    private JsonNode module(String name) {
        JsonNode escaped = modules.path("\\" + name);
        return escaped.isMissingNode() ? modules.path(name) : escaped;
    }
}
