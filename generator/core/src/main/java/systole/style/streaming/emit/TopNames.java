package systole.style.streaming.emit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import systole.rtl.DesignNames;
import systole.rtl.Names;
import systole.rtl.Place;
import systole.rtl.Templates;
import systole.style.streaming.Plan;
import systole.style.streaming.wiring.Stage;

/**
 * The names in a design's top module.
 *
 * @param streams for each stream of the plan, the stem of the names of its wires
 * @param flags for each unit that carries a state, the stem of the names of the wires of its flags
 * @param instances for each unit, the name of its instance
 */
record TopNames(Map<String, String> streams, Map<String, String> flags, Map<String, String> instances) {
    static TopNames of(Plan plan) {
        Names names = new Names()
                .without(DesignNames.INSIDE)
                .without(Set.of(DesignNames.of(plan.name()).top()));
        Map<String, String> streams = new HashMap<>();
        Stream.concat(Stream.of(plan.input()), plan.stages().stream().flatMap(stage -> stage.sinks().stream()))
                .forEach(stream -> streams.put(stream, names.claim(stream, "_data", "_valid", "_ready")));
        Map<String, String> flags = new HashMap<>();
        plan.stateful()
                .forEach(unit ->
                        flags.put(unit.name(), names.claim(unit.name() + "_flag", "_bit", "_offered", "_taken")));
        Map<String, String> instances = new HashMap<>();
        plan.units().forEach(unit -> instances.put(unit.name(), names.claim("u_" + unit.name())));
        return new TopNames(streams, flags, instances);
    }

    /** The stem of the names of a stream's wires. */
    String stream(String stream) {
        return streams.get(stream);
    }

    /** The name of a unit's instance. */
    String instance(String unit) {
        return instances.get(unit);
    }

    /** The place of a unit whose module has this name. */
    Place place(Stage stage, Templates templates, String module) {
        String unit = stage.unit().name();
        return new Place(
                templates,
                module,
                instance(unit),
                flags.getOrDefault(unit, ""),
                stage.sources().stream().map(streams::get).toList(),
                stage.sinks().stream().map(streams::get).toList());
    }
}
