package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import systole.tool.Command;

/**
 * A top module as Yosys elaborates it, flat, with names as Vivado gives them: {@code a/b/c_reg[3]} is the flip-flop of
 * bit 3 of {@code c} in instance {@code b} of instance {@code a}.
 *
 * @param ports the top's ports with their directions
 * @param pins of primitives and flip-flops, as {@code cell/PIN}
 */
record Netlist(Map<String, String> ports, Set<String> pins) {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Pattern FLIP_FLOP = Pattern.compile("\\$(a|s|al)?dffs?r?e?");

    /** Elaborates the files of a list. */
    static Netlist of(Path rtl, String list, String top) throws IOException {
        Path folder = Files.createDirectories(rtl.resolveSibling("sim").resolve("netlist"));
        Path json = folder.resolve(top + ".json");
        String script = "read_verilog -lib +/xilinx/cells_sim.v +/xilinx/cells_xtra.v; read_verilog -defer "
                + String.join(" ", Files.readAllLines(rtl.resolve(list))) + "; hierarchy -check -top " + top
                + "; setattr -unset keep_hierarchy; setattr -mod -unset keep_hierarchy; proc; flatten; opt_clean; write_json "
                + json;
        new Command(List.of("yosys", "-q", "-p", script), rtl, folder.resolve("yosys.log"), TIMEOUT).succeed();
        return read(new ObjectMapper().readTree(json.toFile()).path("modules").path(top));
    }

    private static Netlist read(JsonNode module) {
        Map<String, String> ports = new TreeMap<>();
        module.path("ports").properties().forEach(p -> {
            int bits = p.getValue().path("bits").size();
            for (int i = 0; i < bits; i++) {
                ports.put(
                        bits == 1 ? p.getKey() : p.getKey() + "[" + i + "]",
                        p.getValue().path("direction").asText());
            }
        });
        Map<String, Set<String>> names = names(module);
        Set<String> pins = new TreeSet<>();
        module.path("cells").properties().forEach(c -> cell(c.getKey(), c.getValue(), names, pins));
        return new Netlist(ports, pins);
    }

    /** The registers' names of each bit. */
    private static Map<String, Set<String>> names(JsonNode module) {
        Map<String, Set<String>> names = new HashMap<>();
        module.path("netnames").properties().forEach(n -> {
            JsonNode bits = n.getValue().path("bits");
            String path = n.getKey().replace('.', '/') + "_reg";
            for (int i = 0; i < bits.size(); i++) {
                names.computeIfAbsent(bits.get(i).asText(), b -> new HashSet<>())
                        .add(bits.size() == 1 ? path : path + "[" + i + "]");
            }
        });
        return names;
    }

    private static void cell(String name, JsonNode cell, Map<String, Set<String>> names, Set<String> pins) {
        String type = cell.path("type").asText();
        if (FLIP_FLOP.matcher(type).matches()) {
            for (JsonNode bit : cell.path("connections").path("Q")) {
                for (String register : names.getOrDefault(bit.asText(), Set.of())) {
                    List.of("C", "D", "Q").forEach(p -> pins.add(register + "/" + p));
                    if (type.startsWith("$adff")) {
                        pins.add(register + "/CLR");
                    }
                }
            }
        } else if (!type.startsWith("$")) {
            cell.path("connections").properties().forEach(p -> pins.add(name.replace('.', '/') + "/" + p.getKey()));
        }
    }

    /** Whether a pattern with stars finds a pin. */
    boolean hasPin(String pattern) {
        Pattern regex = glob(pattern);
        return pins.stream().anyMatch(pin -> regex.matcher(pin).matches());
    }

    /** Whether a pattern with stars finds a cell. */
    boolean hasCell(String pattern) {
        return hasPin(pattern + "/*");
    }

    /** Of the wildcards, Vivado's names have the star only; brackets are parts of names. */
    private static Pattern glob(String pattern) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }
}
