package systole.rtl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import systole.network.Network;
import systole.network.Node;

/**
 * Names that a network may have, and that collide with each other, or with what stands in a design besides, if nobody
 * prevents it.
 */
public final class HostileNames {
    /** What names of modules, files, wires and instances are made of. */
    private static final List<String> PARTS = List.of(
            "a", "u", "c", "w0", "q0", "q0_1", "data", "valid", "ready", "flag", "bit", "systole", "fifo", "array",
            "tap0", "fork", "x2", "in0", "pad", "max", "slice", "axi", "uart", "top", "shell", "open", "rest",
            "weights");

    private static final List<String> WHOLE = List.of(
            "class",
            "module",
            "wire",
            "output",
            "input",
            "network",
            "build",
            "fold",
            "signal",
            "entity",
            "process",
            "aux",
            "con",
            "guard",
            "flags",
            "frame_out",
            "elements",
            "rst",
            "aclk",
            "guard_beat",
            "s_axis",
            "m_axis",
            "status",
            "tb",
            "stream_contract",
            "value_contract",
            "system",
            "system_wrapper",
            "bufg",
            "example",
            "stdint",
            "systole_shell_axi",
            "in",
            "out",
            "design",
            "files",
            "systole_fifo",
            "systole_array",
            "unused_tdata");

    private HostileNames() {}

    static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(WHOLE),
                Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("_", parts)));
    }

    /** The name of a file, without its suffix, in which a shell or a tool could see more than a name. */
    static String ofFile(long seed) {
        Random random = new Random(seed);
        List<String> between = List.of(" ", ";", "'", "$x", "&", "-", "\u00fc", "#", "(", "_");
        return draw(random) + between.get(random.nextInt(between.size())) + draw(random);
    }

    private static String draw(Random random) {
        if (random.nextInt(4) == 0) {
            return WHOLE.get(random.nextInt(WHOLE.size()));
        }
        return random.ints(1 + random.nextInt(3), 0, PARTS.size())
                .mapToObj(PARTS::get)
                .collect(Collectors.joining("_"));
    }

    /** The same network with such names. */
    static Network of(Network network, long seed) {
        Random random = new Random(seed);
        Set<String> taken = new HashSet<>();
        Map<String, String> names = new HashMap<>();
        List<String> tensors = new ArrayList<>(network.inputs());
        network.nodes().forEach(node -> tensors.add(node.name()));
        for (String tensor : tensors) {
            String name = draw(random);
            while (!taken.add(name)) {
                name = draw(random);
            }
            names.put(tensor, name);
        }
        return renamed(network, draw(random), names);
    }

    /** The same network with other names, all of them if {@code tensors} has all. */
    public static Network renamed(Network network, String name, Map<String, String> tensors) {
        return new Network(
                name,
                renamed(network.inputs(), tensors),
                network.nodes().stream()
                        .map(node -> new Node(
                                tensors.getOrDefault(node.name(), node.name()),
                                node.layer(),
                                renamed(node.inputs(), tensors),
                                node.build(),
                                node.where()))
                        .toList(),
                renamed(network.outputs(), tensors),
                network.types().entrySet().stream()
                        .collect(Collectors.toMap(
                                type -> tensors.getOrDefault(type.getKey(), type.getKey()), Map.Entry::getValue)));
    }

    private static List<String> renamed(List<String> names, Map<String, String> tensors) {
        return names.stream().map(name -> tensors.getOrDefault(name, name)).toList();
    }
}
