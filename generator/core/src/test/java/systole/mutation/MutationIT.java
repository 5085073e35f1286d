package systole.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.library.Library;
import systole.rtl.LibraryModules;

/**
 * Every mutant of generated Verilog fails a simulation, or a list tells why none can. {@code make mutation} takes all
 * engines and as many mutants of each as {@code -Dsystole.mutants} says.
 */
class MutationIT {
    private static final int SAMPLE = 60;

    /** The sample has few designs, so there is a list of mutants that only other designs show. */
    @Test
    void noMutantOfTheSampleSurvives(@TempDir Path folder) {
        Mutation mutation = new Mutation(folder, SAMPLE, 1);
        List.of("array", "maxpool").forEach(mutation::run);
        assertTrue(mutation.count() > SAMPLE, mutation.report());
        Survivors elsewhere = Survivors.elsewhere();
        mutation.prove(elsewhere::has);
        assertEquals(
                List.of(),
                mutation.unexplained().stream()
                        .filter(key -> !elsewhere.has(key))
                        .toList(),
                mutation.report());
    }

    @Test
    @Tag("mutation")
    void noMutantSurvives() throws IOException {
        Path target = Files.createDirectories(Path.of("target/mutation").toAbsolutePath());
        Path folder =
                Files.createTempDirectory(target, "run"); // mutants of an earlier run are edited files, which stay
        Mutation mutation =
                new Mutation(folder, Integer.getInteger("systole.mutants", 1000), Long.getLong("systole.seed", 1));
        String designs = System.getProperty("systole.mutation.designs", "");
        (designs.isEmpty() ? Mutation.designs() : List.of(designs.split(","))).forEach(mutation::run);
        mutation.prove(key -> false);
        mutation.write(target.resolve("report.txt"));
        assertEquals(new TreeSet<>(), mutation.unexplained(), mutation.report());
    }

    /** A list does not keep what the library has no more. */
    @Test
    void whatIsListedOfTheLibraryIsAMutantOfIt() {
        Set<String> mutants = Library.modules().stream()
                .flatMap(module -> Mutations.of(module + ".v", LibraryModules.text(module)).stream())
                .map(Mutant::key)
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                Stream.of(Survivors.equivalent(), Survivors.elsewhere())
                        .flatMap(list -> list.reasons().keySet().stream())
                        .filter(key -> key.startsWith("systole_") && !mutants.contains(key))
                        .toList());
    }

    @Test
    void aMutantIsASingleChange() {
        String module =
                """
                module m (
                    input wire clk
                );
                    reg [3:0] count, other;
                    reg done; // done <= 1'b1;
                    always @(posedge clk)
                        if (count == 4'd0 && !done) count <= other + 1'b1;
                `ifdef FORMAL
                    always @* assert (count == 0);
                `endif
                endmodule
                """;
        assertEquals(
                List.of(
                        "6: other == 4'd0 && !done",
                        "6: count != 4'd0 && !done",
                        "6: count == 4'd1 && !done",
                        "6: count == 4'd0 || !done",
                        "6: count == 4'd0 && done",
                        "6: !(count == 4'd0 && !done)",
                        "6: other - 1'b1",
                        "6: other + 1'b0"),
                Mutations.of("m.v", module).stream()
                        .map(m -> m.line() - 1 + ": " + m.expression(module))
                        .toList());
        assertTrue(
                Schemata.of("m.v", module, Map.of(7, Mutations.of("m.v", module).get(3)))
                        .contains("(mutant_number == 32'd7) ? (count == 4'd0 || !done) :\n(count == 4'd0 && !done))"));
    }
}
