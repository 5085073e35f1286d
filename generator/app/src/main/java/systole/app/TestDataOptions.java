package systole.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import systole.frames.Labels;
import systole.frames.TestData;
import systole.model.Model;

/** The options that choose the data that a design is simulated with. */
final class TestDataOptions {
    @Mixin
    private FrameOptions frames;

    @Option(names = "--labels", paramLabel = "L.npy", description = "Right classes; prints the top-1 accuracy.")
    private Optional<Path> labels;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The seed of everything that is random. */
    long seed() {
        return frames.seed();
    }

    /**
     * Refuses options that do not go together.
     *
     * @param model the file of the model, beside which data may lie
     */
    void validate(Path model) {
        Optional<String> alone = labels.filter(file -> frames.made(model)).map(file -> "--labels needs --inputs");
        frames.problem(model).or(() -> alone).ifPresent(problem -> {
            throw new ParameterException(command.commandLine(), problem);
        });
    }

    /**
     * Reads or makes the data.
     *
     * @param enough the number of frames that is enough if the options do not say which and how many
     */
    TestData read(Model read, Path model, int enough, Terminal terminal) {
        TestData all = frames.read(read, model, terminal);
        TestData data = new TestData(
                all.inputs(), all.expected(), classes(read, model, all.inputs().count(), terminal));
        if (frames.found(model) && !frames.counted() && enough < data.inputs().count()) {
            terminal.note(
                    "only the first %d of %d frames; --frames N takes more",
                    enough, data.inputs().count());
            return data.first(enough);
        }
        return frames.limited(data);
    }

    private List<Integer> classes(Model read, Path model, int count, Terminal terminal) {
        Optional<Path> beside = frames.found(model) ? FrameOptions.existing(model, "labels.npy") : Optional.empty();
        if (labels.isEmpty()) {
            beside.ifPresent(file -> terminal.note("using %s", file));
        }
        return labels.or(() -> beside)
                .map(file -> Labels.read(file, read.network().outputType(), count))
                .orElse(List.of());
    }
}
