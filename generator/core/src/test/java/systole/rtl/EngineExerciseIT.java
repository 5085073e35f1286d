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
import systole.style.streaming.PlanOptions;
import systole.style.streaming.Planner;
import systole.style.streaming.fold.BalancedFolding;
import systole.target.board.Boards;
import systole.target.chip.ChipFamilies;

/** The engine of the exercise in CONTRIBUTING.md is compiled from the page, planned with, and simulated. */
class EngineExerciseIT {
    private static final String CLASS = "systole.engine.tableclamp.TableClampEngine";
    private static final String FENCE = "```";

    @TempDir
    static Path compiled;

    private static String page;
    private static String code;
    private static EngineTable engines;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        page = Files.readString(Repository.root().resolve("CONTRIBUTING.md"));
        int start = page.indexOf(FENCE + "java\npackage " + CLASS.substring(0, CLASS.lastIndexOf('.')))
                + FENCE.length()
                + "java\n".length();
        code = page.substring(start, page.indexOf(FENCE, start));
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

    private static Network network(boolean asked) {
        NetworkBuilder net = NetworkBuilder.network("limited");
        var limited = net.input("x", TypeSpec.int8(4, 3, 6)).then("y", () -> new Clamp(-20, 33));
        return net.output(asked ? limited.build("tableclamp", Map.of("pe", "2")) : limited);
    }

    private static Plan plan(Network network) {
        return new Planner(StandardCatalog.CATALOG, engines)
                .plan(
                        network,
                        new PlanOptions(
                                Boards.find("arty-a7-35t").orElseThrow(), 100, Map.of(), new BalancedFolding()));
    }

    private static List<String> kinds(Plan plan) {
        return plan.engines().map(e -> e.kind() + " " + e.folding().brief()).toList();
    }

    @Test
    void theHardwareEqualsGoldenAndTakesThePredictedCycles(@TempDir Path folder) {
        Network network = network(true);
        Plan plan = plan(network);
        assertEquals(List.of("tableclamp 2 lanes"), kinds(plan));
        assertEquals(
                List.of(), RtlCheck.problems(network, plan, folder, 1, List.of(RtlCheck.VERILATOR, RtlCheck.ICARUS)));
    }

    /** Both claim the op, and the planner takes the cheaper one where nobody asks. */
    @Test
    void itCompetesWithTheEngineThatWasThere() {
        Network network = network(false);
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
        assertEquals(List.of("clamp 6 lanes"), kinds(plan(network)));
    }

    @Test
    void theDiffstatOnThePageIsTrue() {
        long lines = code.lines().count();
        assertTrue(page.contains("TableClampEngine.java        | " + lines + " +"), lines + " lines");
        assertTrue(page.contains(" 3 files changed, " + (lines + 4) + " insertions(+)"), lines + " lines");
    }
}
