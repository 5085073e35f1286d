package systole.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import systole.frames.Expected;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.model.Model;

/** The options that choose frames, and the outputs that are expected of them. */
final class FrameOptions {
    private static final int RANDOM_FRAMES = 16;

    @Option(
            names = "--inputs",
            paramLabel = "[NAME=]X.npy",
            description = "Frames to send: the input's shape with the number of frames in front, integers or the "
                    + "model's own real numbers; once for each "
                    + "of several inputs, by their names. Default: "
                    + "inputs.npy or images.npy beside the model, with expected.npy and labels.npy; otherwise random.")
    private List<String> inputs = List.of();

    @Option(
            names = "--expect",
            paramLabel = "[NAME=]Y.npy",
            description = "Outputs to compare with those of the golden model; once for each of several outputs.")
    private List<String> expect = List.of();

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

    /** The seed of everything that is random. */
    long seed() {
        return seed;
    }

    /** Whether the options leave the choice of the frames to what lies beside the model. */
    private boolean usual() {
        return inputs.isEmpty() && random.isEmpty();
    }

    /** The files of the frames: the chosen ones, or that beside the model. None if they are random. */
    private List<String> source(Path model) {
        return usual() ? beside(model).stream().map(Path::toString).toList() : inputs;
    }

    /** Whether the frames are random. */
    boolean made(Path model) {
        return source(model).isEmpty();
    }

    /** Whether the frames are those that lie beside the model. */
    boolean found(Path model) {
        return usual() && !made(model);
    }

    /** Whether the options say how many frames there are. */
    boolean counted() {
        return frames.isPresent();
    }

    /**
     * What is wrong with these options; empty if they go together.
     *
     * @param model the file of the model, beside which frames may lie
     */
    Optional<String> problem(Path model) {
        return Stream.of(
                        wrong(random.isPresent() && !inputs.isEmpty(), "--random and --inputs exclude each other"),
                        wrong(!expect.isEmpty() && made(model), "--expect and --labels need --inputs"),
                        wrong(random.orElse(1) <= 0, "--random takes a positive number"),
                        wrong(frames.orElse(1) <= 0, "--frames takes a positive number"),
                        wrong(seed < 0 || seed > 1L << 40, "--seed takes a number from 0 to 2^40"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> wrong(boolean wrong, String message) {
        return wrong ? Optional.of(message) : Optional.empty();
    }

    /** Reads or makes all frames. Their classes are not read. */
    TestData read(Model read, Path model, Terminal terminal) {
        List<String> files = source(model);
        if (files.isEmpty()) {
            return TestData.of(Frames.random(read.network().input(), random.orElse(RANDOM_FRAMES), seed));
        }
        Frames sent = new TensorFiles("--inputs", files).read(read.in(), read.rim());
        List<String> outputs = expect.isEmpty() && usual()
                ? existing(model, "expected.npy").stream().map(Path::toString).toList()
                : expect;
        if (usual()) {
            Stream.concat(files.stream(), outputs.stream()).forEach(used -> terminal.note("using %s", used));
        }
        Optional<Expected> expected = outputs.isEmpty()
                ? Optional.empty()
                : Optional.of(new TensorFiles("--expect", outputs)
                        .expected(read.out(), read.rim())
                        .forEach(sent));
        return new TestData(sent, expected, List.of());
    }

    /** The frames that the options ask for. */
    TestData limited(TestData data) {
        return data.first(frames.orElse(Integer.MAX_VALUE));
    }

    private static Optional<Path> beside(Path model) {
        return existing(model, "inputs.npy").or(() -> existing(model, "images.npy"));
    }

    /** A file beside the model, if it is there. */
    static Optional<Path> existing(Path model, String name) {
        return Optional.of(model.resolveSibling(name)).filter(Files::isRegularFile);
    }

    /** The words that choose the same frames in any folder. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        new TensorFiles("--inputs", inputs).absolute().forEach(file -> words.addAll(List.of("--inputs", file)));
        new TensorFiles("--expect", expect).absolute().forEach(file -> words.addAll(List.of("--expect", file)));
        random.ifPresent(n -> words.addAll(List.of("--random", n.toString())));
        frames.ifPresent(n -> words.addAll(List.of("--frames", n.toString())));
        if (seed != 1) {
            words.addAll(List.of("--seed", Long.toString(seed)));
        }
        return words;
    }
}
