package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.Repository;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.engine.EngineKind;
import systole.engine.EngineTable;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.clamp.Clamp;
import systole.network.Network;
import systole.op.NamedOp;
import systole.style.streaming.Plan;
import systole.target.chip.ChipFamilies;

/** The engine of the exercise in CONTRIBUTING.md is compiled from the page and inherits what every kind does. */
class EngineExerciseIT {
    private static final String KIND = "tableclamp";
    private static final String CLASS = "systole.engine.tableclamp.TableClampEngine";
    private static final String FENCE = "```";

    @TempDir
    static Path compiled;

    private static String page;
    private static String code;
    private static String net;
    private static String faults;
    private static EngineTable engines;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        page = Files.readString(Repository.root().resolve("CONTRIBUTING.md"));
        code = block("java", "package " + CLASS.substring(0, CLASS.lastIndexOf('.')));
        net = block("", "network " + KIND);
        faults = block("", "changes an entry while it waits: ");
        Path source = compiled.resolve("TableClampEngine.java");
        Files.writeString(source, code);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        compiled.toString(),
                        source.toString());
        assertEquals(0, result, "the engine on the page compiles");
        URLClassLoader loader =
                new URLClassLoader(new URL[] {compiled.toUri().toURL()}, EngineExerciseIT.class.getClassLoader());
        List<EngineKind> kinds = new ArrayList<>(EngineCatalog.CATALOG.kinds());
        kinds.add((EngineKind) loader.loadClass(CLASS).getField("KIND").get(null));
        engines = new EngineTable(kinds);
    }

    /** The content of the block on the page that begins so. */
    private static String block(String language, String begin) {
        String opening = FENCE + language + "\n";
        int start = page.indexOf(opening + begin) + opening.length();
        return page.substring(start, page.indexOf(FENCE, start));
    }

    private static List<String> kinds(Plan plan) {
        return plan.engines().map(e -> e.kind() + " " + e.folding().brief()).toList();
    }

    @Test
    void itIsAnEngineLikeTheOthers(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(KIND + ".net"), net);
        Files.writeString(folder.resolve(KIND + ".faults"), faults);
        EngineCheck check = EngineCheck.of(EngineSample.read(KIND, folder), engines);
        assertEquals(List.of("tableclamp 2 lanes", "tableclamp 1 lane"), kinds(check.plan()));
        assertEquals(List.of(), check.problems(folder));
        assertEquals(List.of(), new EngineCosts(folder).with(check).problems());
    }

    /** Both claim the op, and the planner takes the first of those that cost the same where nobody asks. */
    @Test
    void itCompetesWithTheEngineThatWasThere() {
        NetworkBuilder builder = NetworkBuilder.network("limited");
        Network network =
                builder.output(builder.input("x", TypeSpec.int8(4, 3, 6)).then("y", () -> new Clamp(-20, 33)));
        NamedOp op = StandardCatalog.CATALOG
                .ops(
                        "y",
                        network.nodes().get(0).layer(),
                        network.inputTypes(network.nodes().get(0)),
                        network.outputType())
                .get(0);
        assertEquals(
                List.of("clamp", "tableclamp"),
                engines.claims(op, ChipFamilies.usual()).stream()
                        .map(e -> e.kind())
                        .toList());
        assertEquals(List.of("clamp 6 lanes"), kinds(EngineCheck.plan(network, engines)));
    }

    @Test
    void theDiffstatOnThePageIsTrue() {
        Map<String, String> files =
                Map.of("TableClampEngine.java       ", code, "tableclamp.faults  ", faults, "tableclamp.net", net);
        files.forEach((file, content) -> {
            long lines = content.lines().count();
            assertTrue(page.contains(file + " | " + (lines < 10 ? " " : "") + lines + " +"), file + ": " + lines);
        });
        long all = 4 + files.values().stream().mapToLong(f -> f.lines().count()).sum();
        assertTrue(page.contains(" 5 files changed, " + all + " insertions(+)"), all + " lines");
    }
}
