package systole.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import systole.Systole;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/** Measures models on boards and writes the tables of docs/benchmarks.md. */
@Command(
        name = "bench",
        description =
                "Simulate and synthesize models for several boards, and write the tables of benchmarks. Results are"
                        + " kept, so that models and boards can be measured one after another. Beside the models there"
                        + " are lstm_20 and lstm_128, LSTMs with random weights.")
final class BenchCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Systole systole;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "../shared/models/tflite",
            description = "Folder of models, .tflite and .onnx (default ${DEFAULT-VALUE}); left out if absent.")
    private Path models;

    @Option(
            names = "--examples",
            paramLabel = "DIR",
            defaultValue = "examples",
            description = "Folder of folders with networks (default ${DEFAULT-VALUE}).")
    private Path examples;

    @Option(names = "--model", paramLabel = "NAME", description = "Only the model of this name; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--board",
            paramLabel = "BOARD",
            converter = BoardOption.class,
            description = "A board, or a FILE.json that describes one; may be repeated (default: pynq-z2, zybo-z7-10,"
                    + " arty-a7-35t, arty-a7-100t).")
    private List<BoardArgument> boards = new ArrayList<>();

    @Mixin
    private PartOptions part;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "4",
            description = "Frames to simulate (default ${DEFAULT-VALUE}).")
    private int frames;

    @Option(names = "--no-synth", description = "Do not synthesize, which takes minutes for a large model.")
    private boolean noSynth;

    @Option(names = "--report-only", description = "Measure nothing, write the tables again.")
    private boolean reportOnly;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "docs/benchmarks",
            description = "Where results are kept, as JSON (default ${DEFAULT-VALUE}).")
    private Path results;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "docs/benchmarks.md",
            description = "The tables (default ${DEFAULT-VALUE}).")
    private Path report;

    @Option(
            names = "--designs",
            paramLabel = "DIR",
            defaultValue = "rtl-out/bench",
            description = "Where designs are generated (default ${DEFAULT-VALUE}).")
    private Path designs;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec command;

    BenchCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        if (frames < 2) {
            throw new ParameterException(
                    command.commandLine(), "--frames takes 2 or more, because a single frame has no interval");
        }
        List<BenchResult> measured = reportOnly ? List.of() : measure();
        List<BenchResult> wrong = measured.stream().filter(BenchResult::wrong).toList();
        List<BenchResult> all = BenchResult.readAll(results);
        OutputFile.write(report, new BenchReport(all, BenchReferences.load()).text());
        ObjectNode root = Json.object().put("results", results.toString()).put("report", report.toString());
        root.put("designs", designs.toString()).put("kept", all.size());
        wrong.forEach(r -> root.withArray("wrong").add(r.json()));
        StringBuilder text = new StringBuilder();
        measured.forEach(r -> text.append(BenchReport.line(r)).append('\n'));
        text.append(
                Text.format("%d results in %s, tables in %s, designs in %s\n", all.size(), results, report, designs));
        if (!wrong.isEmpty()) {
            text.append(Text.format("FAIL  %d designs give wrong results, which are not kept\n", wrong.size()));
        }
        json.show(terminal, root, text.toString());
        return wrong.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }

    /** Measures, and keeps the results except for those of designs that compute something else than their network. */
    private List<BenchResult> measure() {
        List<BenchResult> measured = new ArrayList<>();
        List<BenchTarget> targets = targets();
        List<Path> chosen = chosen();
        for (Path model : chosen) {
            for (BenchTarget target : targets) {
                Benchmark benchmark = new Benchmark(model, target, frames, designs);
                BenchResult result = benchmark.run(BenchResult.readAll(results), !noSynth, terminal);
                if (!result.wrong()) {
                    result.write(results);
                }
                terminal.note("%s", BenchReport.line(result));
                measured.add(result);
            }
        }
        return measured;
    }

    private List<BenchTarget> targets() {
        List<String> chip = part.words(!boards.isEmpty());
        if (!chip.isEmpty()) {
            return List.of(new BenchTarget(part.board(false).orElseThrow(), chip));
        }
        return boards.isEmpty()
                ? Stream.of("pynq-z2", "zybo-z7-10", "arty-a7-35t", "arty-a7-100t")
                        .map(BoardArgument::new)
                        .map(BenchTarget::of)
                        .toList()
                : boards.stream().map(BenchTarget::of).toList();
    }

    /** The requested models that have hardware. */
    private List<Path> chosen() {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(models)) {
            found.addAll(files(models, 1, ".tflite"));
            found.addAll(files(models, 1, ".onnx"));
        } else {
            terminal.note("skipped: there is no folder %s", models);
        }
        if (Files.isDirectory(examples)) {
            found.addAll(files(examples, 2, ".net"));
        }
        found.addAll(new BenchNetworks(systole).write(designs.resolve("networks")));
        List<String> names = found.stream().map(BenchCommand::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw RefusedException.of(
                        SourceRef.NONE, "there is no model '" + name + "'", "there are " + String.join(", ", names));
            }
        }
        return found.stream()
                .filter(file -> only.isEmpty() || only.contains(name(file)))
                .filter(this::hasHardware)
                .toList();
    }

    /** A model's file without its ending. */
    static String name(Path model) {
        return model.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private boolean hasHardware(Path model) {
        try {
            systole.check(systole.read(model).network());
            return true;
        } catch (RefusedException refused) {
            terminal.note(
                    "skipped: %s is refused: %s",
                    model, refused.diagnostics().get(0).message());
            return false;
        }
    }

    private static List<Path> files(Path folder, int depth, String suffix) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
