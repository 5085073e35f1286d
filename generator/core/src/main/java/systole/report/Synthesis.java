package systole.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a synthesis counted.
 *
 * @param total of the design
 * @param units by the names of their instances in the top module
 */
record Synthesis(Used total, Map<String, Used> units) {
    /** What the top module puts before the name of a unit. */
    private static final String INSTANCE = "u_";

    /** Look-up tables, flip-flops, DSP slices, halves of a RAMB36. */
    record Used(int lut, int ff, int dsp, int ramb18) {
        private static Used of(JsonNode node) {
            return new Used(
                    node.required("lut").asInt(),
                    node.required("ff").asInt(),
                    node.required("dsp").asInt(),
                    2 * node.required("ramb36").asInt()
                            + node.required("ramb18").asInt());
        }
    }

    static Synthesis of(JsonNode node) {
        Map<String, Used> units = new LinkedHashMap<>();
        node.required("units").properties().forEach(e -> units.put(e.getKey(), Used.of(e.getValue())));
        return new Synthesis(Used.of(node.required("total")), units);
    }

    Optional<Used> unit(String name) {
        return Optional.ofNullable(units.get(INSTANCE + name));
    }
}
