package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import systole.tool.DesignFolder;
import systole.tool.ToolFailedException;

/**
 * Measures a model on a board with the public commands {@code sim} and {@code synth}.
 *
 * @param model the file
 * @param target the board
 * @param frames to simulate
 * @param designs the folder in which designs are generated
 */
record Benchmark(Path model, BenchTarget target, int frames, Path designs) {
    /** The fields of a simulation's result that depend on the machine and not on the hardware. */
    private static final List<String> OF_THE_MACHINE = List.of("inputs", "sim_cycles_per_second");

    private static final List<String> OF_AN_LSTM =
            List.of("name", "pe", "simd", "step_cycles", "step_macs", "multipliers");
    private static final String TIMING = "timing";
    /** Of the timing, the paths cell by cell are not kept. */
    private static final List<String> PATHS = List.of("places", "cells_alone");

    private static final List<String> KEPT = List.of(
            "total",
            "shell",
            "predicted",
            "available",
            "logic_levels",
            "fan_out",
            "dsp_cascade",
            "netlist",
            "absorbed");

    /**
     * Simulates and synthesizes.
     *
     * @param earlier the stored results; their synthesis is kept if it is of the same hardware
     * @param synthesize false to leave out the synthesis
     */
    BenchResult run(List<BenchResult> earlier, boolean synthesize, Terminal terminal) {
        String board = target.board().id();
        ObjectNode json = Json.object().put("model", name()).put("board", board);
        if (target.foreign()) {
            json.set("chip", BenchResult.chip(target.board()));
        }
        Path folder = designs.resolve(board).resolve(name());
        Path sim = designs.resolve(board).resolve(name() + ".sim.json");
        List<Object> words = words("sim", folder, sim);
        words.addAll(List.of("--frames", frames));
        words.addAll(data());
        String problem = command(words, terminal);
        if (!problem.isEmpty() && !Files.exists(sim)) {
            throw failed(problem);
        }
        JsonNode simulated = Json.read(sim);
        if (simulated.has("passed") && !simulated.path("passed").asBoolean()) {
            return new BenchResult(json.put("wrong", problem + ", in " + folder));
        }
        if (simulated.path("exit").asInt() == ExitCode.REFUSED) {
            return new BenchResult(json.put("refused", problem));
        }
        require(problem);
        json.set("sim", ((ObjectNode) simulated).without(OF_THE_MACHINE));
        ArrayNode lstm = lstm(Json.read(folder.resolve("plan.json")));
        if (!lstm.isEmpty()) {
            json.set("lstm", lstm);
        }
        String hardware = DesignFolder.fingerprint(folder.resolve("rtl"));
        json.put("rtl_sha256", hardware);
        if (synthesize) {
            Path synth = designs.resolve(board).resolve(name() + ".synth.json");
            require(command(words("synth", folder, synth), terminal));
            JsonNode all = Json.read(synth);
            ObjectNode totals = json.putObject("synth");
            KEPT.stream().filter(all::has).forEach(key -> totals.set(key, all.path(key)));
            if (all.has(TIMING)) {
                totals.set(TIMING, ((ObjectNode) all.path(TIMING)).without(PATHS));
            }
        } else {
            earlier.stream()
                    .filter(r -> r.model().equals(name()) && r.board().equals(board) && r.synthesized())
                    .filter(r -> r.json().path("rtl_sha256").asText().equals(hardware))
                    .forEach(r -> json.set("synth", r.synth()));
        }
        return new BenchResult(json);
    }

    /** The engines that compute sequences. */
    private static ArrayNode lstm(JsonNode plan) {
        ArrayNode all = Json.object().arrayNode();
        for (JsonNode unit : plan.path("units")) {
            if (unit.path("kind").asText().equals("lstm")) {
                ObjectNode kept = all.addObject();
                OF_AN_LSTM.forEach(key -> kept.set(key, unit.path(key)));
            }
        }
        return all;
    }

    private List<Object> words(String command, Path folder, Path json) {
        List<Object> words = new ArrayList<>(List.of(command, model));
        words.addAll(target.words());
        words.addAll(List.of("--out", folder, "--json", json));
        return words;
    }

    private String name() {
        return BenchCommand.name(model);
    }

    /**
     * The option for frames that lie beside the model under its name. Without them, {@code sim} chooses frames itself.
     */
    private List<Object> data() {
        Path inputs = model.resolveSibling(name() + ".inputs.npy");
        Path outputs = model.resolveSibling(name() + ".outputs.npy");
        if (!Files.exists(inputs)) {
            return List.of();
        }
        return Files.exists(outputs) ? List.of("--inputs", inputs, "--expect", outputs) : List.of("--inputs", inputs);
    }

    private static void require(String problem) {
        if (!problem.isEmpty()) {
            throw failed(problem);
        }
    }

    private static ToolFailedException failed(String problem) {
        return new ToolFailedException("the benchmark failed: " + problem);
    }

    /** Runs a command. Returns an empty text if it succeeded, otherwise its first problem. */
    private static String command(List<Object> words, Terminal terminal) {
        String[] arguments = words.stream().map(Object::toString).toArray(String[]::new);
        terminal.note("systole %s", String.join(" ", arguments));
        StringWriter err = new StringWriter();
        StringWriter out = new StringWriter();
        int exit = Main.run(new Terminal(new PrintWriter(out), new PrintWriter(err), false), arguments);
        String said = err + "\n" + out;
        if (exit == ExitCode.FAULT) {
            throw new IllegalStateException("a command of the benchmark has a fault:\n" + said);
        }
        return exit == ExitCode.OK
                ? ""
                : said.lines()
                        .filter(line -> line.contains("error: ") || line.startsWith("FAIL"))
                        .map(line -> line.replaceFirst("^.*?error: ", ""))
                        .findFirst()
                        .orElse("exit code " + exit);
    }
}
