package systole.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a built testbench of either simulator: it writes the vectors, runs the testbench, and reads the results. */
record TestbenchRun(Simulator simulator, DesignFolder design, Arguments arguments) implements Simulator.CompiledDesign {
    /**
     * The greatest exit status with which the testbench tells that the design passed or failed. Any other status is not
     * a result.
     */
    private static final int LAST_VERDICT = 1;

    /** The files of a run. */
    record Files(Path input, Path user, Path expected, Path json, Path trace, Path log) {
        static Files in(Path folder) {
            return new Files(
                    folder.resolve("input.hex"),
                    folder.resolve("user.hex"),
                    folder.resolve("expected.hex"),
                    folder.resolve("result.json"),
                    folder.resolve("trace.fst"),
                    folder.resolve("run.log"));
        }
    }

    /** The command line of a run. */
    @FunctionalInterface
    interface Arguments {
        List<String> of(Stimulus stimulus, SimulationOptions options, Files files);
    }

    @Override
    public SimulationResult run(Stimulus stimulus, SimulationOptions options) {
        try (Products products = Products.open(design.products(simulator.name()))) {
            return run(stimulus, options, Files.in(products.folder()));
        }
    }

    private SimulationResult run(Stimulus stimulus, SimulationOptions options, Files files) {
        VectorFile.write(files.input(), stimulus.inputs(), design.input());
        VectorFile.write(
                files.user(),
                stimulus.fresh().stream().map(f -> new int[] {f ? 1 : 0}).toList(),
                new StreamFormat(1, 1, false));
        VectorFile.write(files.expected(), stimulus.expected(), design.output());
        forget(files.json());
        Files seen = Files.in(design.seen(design.products(simulator.name())));
        Command command =
                new Command(arguments.of(stimulus, options, seen), design.rtl(), files.log(), options.timeout());
        Command.Outcome outcome = command.runShowingProgress();
        if (outcome.exitStatus() > LAST_VERDICT) {
            throw command.failure("ended with exit status " + outcome.exitStatus(), outcome.output());
        }
        return SimulationResult.read(files.json(), outcome.output());
    }

    private static void forget(Path json) {
        try {
            java.nio.file.Files.deleteIfExists(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
