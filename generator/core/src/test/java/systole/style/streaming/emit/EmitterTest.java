package systole.style.streaming.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import systole.library.Snapshot;
import systole.network.Network;
import systole.network.Shape;
import systole.rtl.GeneratedFile;
import systole.style.streaming.Plan;
import systole.style.streaming.TinyNetworks;

class EmitterTest {
    private static final Shape OUTPUT = Shape.of(3);

    private static List<GeneratedFile> emit(Network network) {
        return new Emitter().emit(TinyNetworks.plan(network), OUTPUT);
    }

    private static final Map<String, String> FILES = emit(TinyNetworks.residual()).stream()
            .collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content));

    @Test
    void theSameNetworkGivesTheSameBytes() {
        assertEquals(emit(TinyNetworks.residual()), emit(TinyNetworks.residual()));
    }

    @Test
    void filesComeSortedAndOnce() {
        List<String> paths =
                emit(TinyNetworks.residual()).stream().map(GeneratedFile::path).toList();
        assertEquals(paths.stream().sorted().distinct().toList(), paths);
    }

    @Test
    void theListHasEverySourceOnceAndTheTopLast() {
        List<String> listed = FILES.get("rtl/files.f").lines().toList();
        Set<String> sources = FILES.keySet().stream()
                .filter(p -> p.startsWith("rtl/") && p.endsWith(".v"))
                .map(p -> p.substring("rtl/".length()))
                .collect(Collectors.toSet());
        assertEquals(sources, new HashSet<>(listed));
        assertEquals(sources.size(), listed.size());
        assertEquals("tiny.v", listed.get(listed.size() - 1));
    }

    /** Every module that is instantiated has its file, and no module is there for nothing. */
    @Test
    void theModulesInUseAndNoOthers() {
        Pattern instance = Pattern.compile("(?m)^ *(tiny_[a-z0-9_]+) (#\\(|\\w+( \\(|$))");
        Set<String> used = FILES.entrySet().stream()
                .filter(f -> f.getKey().endsWith(".v"))
                .flatMap(f -> instance.matcher(f.getValue()).results().map(r -> "rtl/" + r.group(1) + ".v"))
                .collect(Collectors.toSet());
        used.add("rtl/tiny.v");
        Set<String> present = FILES.keySet().stream()
                .filter(p -> p.startsWith("rtl/") && p.endsWith(".v"))
                .collect(Collectors.toSet());
        assertEquals(used, present);
        assertTrue(present.contains("rtl/tiny_fifo.v"));
        assertFalse(present.contains("rtl/tiny_softmax.v"));
    }

    @Test
    void everyFileAndModuleHasThePrefixOfTheDesign() {
        FILES.forEach((path, content) -> {
            if (path.startsWith("rtl/") && !path.endsWith(".f")) {
                assertTrue(path.startsWith("rtl/tiny"), path);
            }
            if (path.endsWith(".v") && path.startsWith("rtl/")) {
                assertTrue(content.contains("\nmodule " + path.replaceAll("rtl/|\\.v", "") + " "), path);
                assertFalse(content.replaceAll("//[^\n]*", "").contains("systole_"), path);
            }
        });
    }

    @Test
    void everyMemoryThatIsReadIsThereAndIsRead() {
        Pattern quoted = Pattern.compile("\"(tiny_[a-z0-9_.]+\\.mem)\"");
        Set<String> read = FILES.entrySet().stream()
                .filter(f -> f.getKey().endsWith(".v"))
                .flatMap(f -> quoted.matcher(f.getValue()).results().map(r -> "rtl/" + r.group(1)))
                .collect(Collectors.toSet());
        Set<String> present =
                FILES.keySet().stream().filter(p -> p.endsWith(".mem")).collect(Collectors.toSet());
        assertEquals(present, read);
    }

    @Test
    void theTopLevelAsItIs() {
        Snapshot.check("tiny.v", FILES.get("rtl/tiny.v"));
        Snapshot.check("design.h", FILES.get("testbench/design.h"));
        Snapshot.check("design.vh", FILES.get("testbench/design.vh"));
    }

    @Test
    void thePlanAsItIs() {
        Snapshot.check("plan.json", FILES.get("plan.json"));
    }

    @Test
    void thePlanAddsUp() {
        Plan plan = TinyNetworks.plan(TinyNetworks.residual());
        assertEquals(36 * 9 * 2 * 4 + 36 * 9 * 4 * 4 + 4 * 3, plan.macs());
        assertEquals(TinyNetworks.residual().macs(), plan.macs());
        assertEquals(plan.engines().mapToInt(e -> e.multipliers()).sum(), plan.multipliers());
        assertTrue(plan.utilization(plan.prediction().interval()) <= 1);
        assertEquals(
                plan.engines().mapToLong(e -> e.cycles()).max().orElseThrow(),
                plan.bottleneck().cycles());
    }
}
