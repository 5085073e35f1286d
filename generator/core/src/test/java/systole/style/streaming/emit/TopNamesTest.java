package systole.style.streaming.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.catalog.KindSamples;
import systole.network.Network;
import systole.rtl.DesignNames;
import systole.rtl.GeneratedFile;
import systole.rtl.HostileNames;
import systole.style.streaming.Plan;
import systole.style.streaming.TinyNetworks;

class TopNamesTest {
    private static final Pattern DECLARATION = Pattern.compile(
            "(?m)^    (?:input|output|wire|reg)\\s+(?:wire )?(?:\\[[^\\]]*\\] )?([a-z][^;=/]*?),?\\s*(?:[;=/]|$)");
    private static final Pattern INSTANCE = Pattern.compile("(?m)^    \\w+ (?:#\\(.*\\) )?(\\w+)(?: \\($|$)");

    static Stream<Network> networks() {
        return Stream.of(
                TinyNetworks.residual(),
                KindSamples.files().stream()
                        .filter(file -> file.endsWith("lstm_full.net"))
                        .map(KindSamples::read)
                        .findFirst()
                        .orElseThrow());
    }

    /** What the top module declares is what the template has itself, and what the names are for. */
    @ParameterizedTest
    @MethodSource("networks")
    void everyNameOfTheTopModuleIsKnown(Network network) {
        Plan plan = TinyNetworks.plan(network);
        TopNames names = TopNames.of(plan);
        Set<String> known = new HashSet<>(DesignNames.INSIDE);
        names.streams().values().forEach(s -> known.addAll(List.of(s + "_data", s + "_valid", s + "_ready")));
        names.flags().values().forEach(f -> known.addAll(List.of(f + "_bit", f + "_offered", f + "_taken")));
        known.addAll(names.instances().values());
        Set<String> declared = declared(plan, network);
        assertEquals(
                new TreeSet<>(declared),
                new TreeSet<>(declared.stream().filter(known::contains).toList()));
        known.removeAll(DesignNames.INSIDE);
        assertEquals(
                new TreeSet<>(known),
                new TreeSet<>(known.stream().filter(declared::contains).toList()));
    }

    private static Set<String> declared(Plan plan, Network network) {
        String top = new Emitter()
                .emit(plan, network.outputType().shape()).stream()
                        .filter(f -> f.path().equals("rtl/" + network.name() + ".v"))
                        .findFirst()
                        .map(GeneratedFile::content)
                        .orElseThrow();
        Set<String> declared = new HashSet<>();
        DECLARATION
                .matcher(top)
                .results()
                .forEach(d -> declared.addAll(List.of(d.group(1).split(", "))));
        INSTANCE.matcher(top).results().forEach(i -> declared.add(i.group(1)));
        return declared;
    }

    @Test
    void anInstanceIsNotCalledLikeAWire() {
        Network network = HostileNames.renamed(
                TinyNetworks.residual(), "net", Map.of("stem", "u_a", "block", "a_data", "pool", "frame_out"));
        TopNames names = TopNames.of(TinyNetworks.plan(network));
        assertEquals("u_a", names.stream("u_a"));
        assertEquals("a_data", names.stream("a_data"));
        assertEquals("u_a_data_1", names.instance("a_data"));
        assertEquals("frame_out", names.stream("frame_out"));
        assertEquals("u_u_a", names.instance("u_a"));
    }
}
