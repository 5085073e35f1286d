package systole.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import systole.design.DesignUnit;

/**
 * The resources that a synthesis counted.
 *
 * @param total the resources of the whole design
 * @param units the resources of each unit, by the name of its instance in the top module
 */
record Synthesis(Used total, Map<String, Used> units) {
    /** Look-up tables, flip-flops, DSP slices, halves of a RAMB36, UltraRAMs. */
    record Used(int lut, int ff, int dsp, int ramb18, int uram) {
        private static Used of(JsonNode node) {
            return new Used(
                    node.required("lut").asInt(),
                    node.required("ff").asInt(),
                    node.required("dsp").asInt(),
                    2 * node.required("ramb36").asInt()
                            + node.required("ramb18").asInt(),
                    node.required("uram").asInt());
        }
    }

    static Synthesis of(JsonNode node) {
        Map<String, Used> units = new LinkedHashMap<>();
        node.required("units").properties().forEach(e -> units.put(e.getKey(), Used.of(e.getValue())));
        return new Synthesis(Used.of(node.required("total")), units);
    }

    Optional<Used> unit(DesignUnit unit) {
        return Optional.ofNullable(units.get(unit.instance()));
    }
}
