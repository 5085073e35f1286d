package systole.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import systole.design.DesignUnit;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/**
 * What a synthesis found out.
 *
 * @param total the resources of the whole design
 * @param units the resources of each unit, by the name of its instance in the top module
 * @param timing the longest paths
 * @param longestNs how long the longest of all is estimated to take, in nanoseconds; empty if that is not known
 */
record Synthesis(
        ResourceVector total, Map<String, ResourceVector> units, TimingView timing, Optional<Double> longestNs) {
    static Synthesis of(JsonNode node) {
        Map<String, ResourceVector> units = new LinkedHashMap<>();
        node.required("units").properties().forEach(e -> units.put(e.getKey(), used(e.getValue())));
        JsonNode timing = node.path("timing");
        Optional<Double> longest =
                timing.has("worst_ns") ? Optional.of(timing.get("worst_ns").asDouble()) : Optional.empty();
        return new Synthesis(used(node.required("total")), units, TimingView.of(timing), longest);
    }

    private static ResourceVector used(JsonNode node) {
        int halves = ResourceKind.RAMB18.each() * node.required("ramb36").asInt()
                + node.required("ramb18").asInt();
        return ResourceVector.luts(node.required("lut").asInt())
                .with(ResourceKind.FF, node.required("ff").asInt())
                .with(ResourceKind.DSP, node.required("dsp").asInt())
                .with(ResourceKind.RAMB18, halves)
                .with(ResourceKind.URAM, node.required("uram").asInt());
    }

    Optional<ResourceVector> unit(DesignUnit unit) {
        return Optional.ofNullable(units.get(unit.instance()));
    }
}
