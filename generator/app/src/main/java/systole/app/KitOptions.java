package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import systole.BoardOptions;
import systole.BuiltDesign;
import systole.Systole;
import systole.design.Design;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.driver.TestFrames;
import systole.folder.WrittenFolder;
import systole.frames.Comparison;
import systole.frames.TestData;
import systole.model.Model;
import systole.network.Network;
import systole.rtl.GeneratedFile;

/**
 * The options of a design with a kit. They are kept in its folder, so that other commands make the same design there.
 */
@Command
final class KitOptions {
    private static final String FILE = ".systole/board.json";

    @Mixin
    private BuildOptions build;

    @Option(
            names = "--bus-clock",
            paramLabel = "MHZ",
            converter = BuildOptions.Megahertz.class,
            description =
                    "Clock of the processor's bus, if the core is to have one of its own (default: one for both).")
    private Optional<Double> busClock;

    @Option(
            names = "--baud",
            paramLabel = "N",
            description = "Bits a second of the serial line, on a board without a processor (default: 115200).")
    private Optional<Integer> baud;

    @Mixin
    private FrameOptions frames;

    /** The options that are kept in a folder. They are empty if it has no kit of a network. */
    static Optional<KitOptions> read(Path folder, String network) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode kept = Json.read(file);
        if (!kept.path("network").asText().equals(network)) {
            return Optional.empty();
        }
        try {
            KitOptions options = new KitOptions();
            new CommandLine(options)
                    .parseArgs(StreamSupport.stream(kept.path("options").spliterator(), false)
                            .map(JsonNode::asText)
                            .toArray(String[]::new));
            return Optional.of(options);
        } catch (ParameterException e) {
            throw RefusedException.of(
                    new SourceRef(file.toString(), 0, 0),
                    "the options of this kit cannot be used again: " + e.getMessage(),
                    "make the kit anew with systole board");
        }
    }

    /** The same options, except for those that are given otherwise. */
    KitOptions butFor(BuildOptions others) {
        KitOptions all = new KitOptions();
        all.build = others.or(build);
        all.busClock = busClock;
        all.baud = baud;
        all.frames = frames;
        return all;
    }

    /** What is wrong with these options; empty if they go together. */
    Optional<String> problem(Path model) {
        return frames.problem(model)
                .or(() -> baud.filter(rate -> rate < 1).map(rate -> "--baud takes a positive number"));
    }

    /**
     * Plans a network with a shell around it, and writes its folder for the board.
     *
     * @param file of the model, beside which frames may lie
     * @throws RefusedException if the golden model's outputs are not those that are expected, or as
     *     {@link Systole#designForBoard} does
     */
    BuiltDesign build(Model model, Path file, Systole systole, Terminal terminal) {
        Path folder = build.folder(model.network());
        WrittenFolder.requireOurs(folder);
        Design design = systole.designForBoard(model, build.forBoard(), around(model, file, systole, terminal));
        List<GeneratedFile> files = new ArrayList<>(design.files());
        files.add(new GeneratedFile(FILE, text(design.name())));
        return systole.write(design.with(files), folder);
    }

    private BoardOptions around(Model model, Path file, Systole systole, Terminal terminal) {
        Network network = model.network();
        TestData chosen = frames.limited(frames.read(model, file, terminal));
        int most = TestFrames.most(network.inputType(), network.outputType());
        int all = chosen.inputs().count();
        if (most < all) {
            terminal.note("the self-test has the first %d of %d frames", most, all);
        }
        TestData data = chosen.first(most);
        data.expected().ifPresent(expected -> Comparison.require(expected, systole.golden(network, data.inputs())));
        return new BoardOptions(busClock.orElse(0.0), baud.orElse(0), Optional.of(data.inputs()));
    }

    /** The words that give the same options. */
    List<String> words() {
        List<String> words = new ArrayList<>(build.words());
        busClock.ifPresent(mhz -> words.addAll(List.of("--bus-clock", mhz.toString())));
        baud.ifPresent(rate -> words.addAll(List.of("--baud", rate.toString())));
        words.addAll(frames.words());
        return words;
    }

    private String text(String network) {
        ObjectNode root = Json.object().put("network", network);
        ArrayNode options = root.putArray("options");
        words().forEach(options::add);
        return Json.text(root);
    }
}
