package systole.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import systole.Repository;
import systole.tool.Command;

/** A folder with the whole library, of which modules are proved to keep what they say under {@code ifdef FORMAL}. */
record Proof(Path folder) {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** How far a proof goes. */
    enum Kind {
        /** Every run of so many cycles from the start. */
        BOUNDED,
        /** What held for so many cycles holds in the next one. */
        INDUCTION
    }

    static Proof in(Path folder) throws IOException {
        Lint.in(folder);
        Path testbench = Repository.root().resolve("testbench");
        for (String file : List.of(
                "stream_contract.v",
                "value_contract.v",
                "formal/credited.v",
                "formal/repeated.v",
                "formal/windowed.v")) {
            Path from = testbench.resolve(file);
            Files.copy(from, folder.resolve(from.getFileName()));
        }
        Files.writeString(folder.resolve("table.mem"), "2\n0\n3\n1\n"); // the contents of a lookup
        Files.writeString(folder.resolve("any.mem"), "// words of any value\n");
        return new Proof(folder);
    }

    /** What the proofs find broken; empty if all succeed. */
    List<String> problems(String module, int cycles, Map<String, String> parameters, Kind... kinds) {
        String model = module + ".smt2";
        String set = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(p -> "-set " + p.getKey() + " " + p.getValue())
                        .collect(Collectors.joining(" "));
        run("yosys", "-q", "-p", String.join("; ", script(module, set, model)));
        List<String> problems = new ArrayList<>();
        for (Kind kind : kinds) {
            // Unrolled, a state is plain bits, which Z3 solves in a second where functions of a cycle took it minutes.
            List<String> words =
                    new ArrayList<>(List.of("yosys-smtbmc", "--unroll", "-s", "z3", "-t", "" + cycles, model));
            if (kind == Kind.INDUCTION) {
                words.add(1, "-i");
            }
            String output = command(words).run().output();
            if (output.contains("Status: FAILED")) {
                problems.add(kind + " of " + module + ":\n" + output);
            } else if (!output.contains("Status: PASSED")) {
                throw new IllegalStateException(
                        "no proof, and no breach either: is Z3 there? run make setup\n" + output);
            }
        }
        return problems;
    }

    private List<String> script(String module, String parameters, String model) {
        List<String> commands = new ArrayList<>(List.of(
                "read_verilog -formal -defer " + String.join(" ", new Lint(folder).sources()),
                "prep -flatten -top " + module + " -nordff",
                "async2sync",
                "dffunmap",
                "write_smt2 -wires " + model));
        if (!parameters.isEmpty()) {
            commands.add(1, "chparam " + parameters + " " + module);
        }
        return commands;
    }

    private void run(String... words) {
        command(List.of(words)).succeed();
    }

    private Command command(List<String> words) {
        return new Command(words, folder, folder.resolve("logs").resolve(words.get(0) + ".log"), TIMEOUT);
    }
}
