package systole.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import systole.frames.Frames;
import systole.frames.Labels;
import systole.frames.TestData;
import systole.model.Model;
import systole.network.Network;

/** The options that choose the data that a design is tested with. */
final class TestDataOptions {
    private static final int RANDOM_FRAMES = 16;

    @Option(
            names = "--inputs",
            paramLabel = "X.npy",
            description = "Frames to send: the input's shape with the number of frames in front, integers. Default: "
                    + "inputs.npy or images.npy beside the model, with expected.npy and labels.npy; otherwise random.")
    private Optional<Path> inputs;

    @Option(names = "--expect", paramLabel = "Y.npy", description = "Outputs to compare with before simulating.")
    private Optional<Path> expect;

    @Option(names = "--labels", paramLabel = "L.npy", description = "Right classes; prints the top-1 accuracy.")
    private Optional<Path> labels;

    @Option(names = "--random", paramLabel = "N", description = "Send N random frames, all-min and all-max first.")
    private Optional<Integer> random;

    @Option(names = "--frames", paramLabel = "N", description = "Only the first N frames.")
    private Optional<Integer> frames;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of random frames and pauses (default ${DEFAULT-VALUE}).")
    private long seed;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The seed of everything that is random. */
    long seed() {
        return seed;
    }

    /** Refuses options that do not go together. */
    void validate() {
        require(random.isEmpty() || inputs.isEmpty(), "--random and --inputs exclude each other");
        require(random.isEmpty() || (expect.isEmpty() && labels.isEmpty()), "--expect and --labels need --inputs");
        require(random.orElse(1) > 0, "--random takes a positive number");
        require(frames.orElse(1) > 0, "--frames takes a positive number");
        require(0 <= seed && seed <= 1L << 40, "--seed takes a number from 0 to 2^40");
    }

    private void require(boolean good, String message) {
        if (!good) {
            throw new ParameterException(command.commandLine(), message);
        }
    }

    /**
     * Reads or makes the data.
     *
     * @param enough the number of frames that is enough if the options do not say which and how many
     */
    TestData read(Model read, Path model, int enough, Terminal terminal) {
        Network network = read.network();
        Optional<Path> found = inputs.or(() -> random.isPresent() ? Optional.empty() : beside(model));
        if (found.isEmpty()) {
            require(expect.isEmpty() && labels.isEmpty(), "--expect and --labels need --inputs");
            return limited(new TestData(
                    Frames.random(network.inputType(), random.orElse(RANDOM_FRAMES), seed),
                    Optional.empty(),
                    List.of()));
        }
        boolean ours = inputs.isEmpty();
        Frames sent = Frames.read(found.get(), network.inputType(), read.input());
        Optional<Path> outputs = expect.or(() -> ours ? existing(model, "expected.npy") : Optional.empty());
        Optional<Path> classes = labels.or(() -> ours ? existing(model, "labels.npy") : Optional.empty());
        if (ours) {
            Stream.of(found, outputs, classes)
                    .flatMap(Optional::stream)
                    .forEach(file -> terminal.note("using %s", file));
        }
        TestData data = new TestData(
                sent,
                outputs.map(file -> expected(file, read, sent)),
                classes.map(file -> Labels.read(file, network.outputType(), sent.count()))
                        .orElse(List.of()));
        if (ours && frames.isEmpty() && enough < sent.count()) {
            terminal.note("only the first %d of %d frames; --frames N takes more", enough, sent.count());
            return data.first(enough);
        }
        return limited(data);
    }

    private TestData limited(TestData data) {
        return data.first(frames.orElse(Integer.MAX_VALUE));
    }

    private static Optional<Path> beside(Path model) {
        return existing(model, "inputs.npy").or(() -> existing(model, "images.npy"));
    }

    private static Optional<Path> existing(Path model, String name) {
        return Optional.of(model.resolveSibling(name)).filter(Files::isRegularFile);
    }

    private static Frames expected(Path file, Model read, Frames sent) {
        return Frames.readAny(file, read.network().outputType().shape(), read.output())
                .forEach(sent);
    }
}
