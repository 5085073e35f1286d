package systole.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.design.Design;
import systole.design.DesignWriter;
import systole.frontend.text.NetReader;
import systole.golden.GoldenModel;
import systole.network.IntType;
import systole.network.Layout;
import systole.network.Network;
import systole.network.Port;
import systole.network.Side;
import systole.rtl.GeneratedFile;
import systole.shell.DesignHash;
import systole.shell.ShellElaborator;
import systole.shell.ShellEmitter;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;
import systole.style.streaming.PlanOptions;
import systole.style.streaming.Planner;
import systole.style.streaming.emit.StreamingDesign;
import systole.style.streaming.fold.BalancedFolding;
import systole.target.board.Board;
import systole.target.board.Boards;

/**
 * A design that drivers are tried with.
 *
 * @param input as its author arranges it
 * @param output as its author arranges it
 */
public record DriverDesigns(Design design, Port input, Port output) {
    private static final long CLOCK = 100_000_000;

    /** The frames of a self-test over a serial line, on which they take long. */
    private static final int LINE_FRAMES = 5;

    /**
     * Three lanes of a byte in, filled up to four in memory; results of two bytes; scales and zero points on both sides;
     * in the model, channels come first.
     */
    private static final String TINY =
            """
            network tiny

            input x : uint8[2, 4, 3] scale 0.0625 zero 130

            y = conv2d(x, weights = [[[[3, -2, 1]]], [[[-1, 5, 2]]]], bias = [7, -3],
                       requant = pow2(shift = 0, rounding = floor)) -> int12 scale 0.3 zero -5 fold pe = 1 simd = 3

            output y
            """;

    public static DriverDesigns tiny(Path folder) {
        try {
            Path file = Files.writeString(folder.resolve("tiny.net"), TINY);
            Network network = new NetReader(StandardCatalog.CATALOG).read(file);
            return new DriverDesigns(
                    design(network),
                    new Port("image:0", "x", List.of(3, 2, 4), channelsFirst(3, 2, 4)),
                    new Port("scores", "y", List.of(2, 2, 4), channelsFirst(2, 2, 4)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a network in a file, with frames as they go in and come out. */
    public static DriverDesigns of(Path file) {
        Network network = new NetReader(StandardCatalog.CATALOG).read(file);
        return new DriverDesigns(
                design(network),
                Port.of("x", network.inputType().shape()),
                Port.of("y", network.outputType().shape()));
    }

    /** An LSTM that carries its state from frame to frame. */
    public static DriverDesigns stateful() {
        return of(root().resolve("generator/core/src/test/resources/kinds/lstm_full.net"));
    }

    private static Design design(Network network) {
        Planner planner = new Planner(StandardCatalog.CATALOG, EngineCatalog.CATALOG);
        Board board = Boards.find("arty-a7-100t").orElseThrow();
        return StreamingDesign.of(
                network,
                planner.plan(network, new PlanOptions(board, board.clockMhz(), Map.of(), new BalancedFolding())));
    }

    private static Layout channelsFirst(int channels, int height, int width) {
        return new Layout(List.of(
                new Layout.Axis(channels, 1),
                new Layout.Axis(height, width * channels),
                new Layout.Axis(width, channels)));
    }

    public Network network() {
        return design.network();
    }

    public List<GeneratedFile> core() {
        return design.files();
    }

    public ShellSpec spec(ShellLink link) {
        return spec(link, CLOCK);
    }

    public ShellSpec spec(ShellLink link, long clock) {
        return ShellSpec.of(design, DesignHash.of(core()), clock, link);
    }

    public List<GeneratedFile> driver(ShellLink link) {
        return driver(spec(link));
    }

    public List<GeneratedFile> driver(ShellSpec spec) {
        return new DriverWriter(Boards.find("zedboard").orElseThrow().chip())
                .of(
                        network(),
                        spec,
                        new Side(network().input(), List.of(input)),
                        new Side(network().output(), List.of(output)),
                        tests(spec.link() instanceof ShellLink.Uart ? LINE_FRAMES : TestFrames.MOST));
    }

    /** Random frames, and what comes out of them. */
    public TestFrames tests(int count) {
        List<int[]> frames = frames(count);
        return new TestFrames(frames, golden(frames));
    }

    /** What comes out of frames one after the other, all as the author arranges them. */
    public List<int[]> golden(List<int[]> frames) {
        GoldenModel model = new GoldenModel(
                network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
        return frames.stream()
                .map(frame ->
                        output.layout().fromStream(model.run(input.layout().toStream(frame))))
                .toList();
    }

    /** Random frames as the author arranges them, all least and all greatest elements first. */
    public List<int[]> frames(int count) {
        IntType type = network().inputType().type();
        int size = network().inputType().shape().elements();
        Random random = new Random(5);
        List<int[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(random.ints(size, type.min(), type.max() + 1).toArray());
        }
        Arrays.fill(frames.get(0), type.min());
        Arrays.fill(frames.get(1), type.max());
        return frames;
    }

    /** Writes the core, with its shell. */
    public void writeHardware(ShellSpec spec, Path folder) {
        List<GeneratedFile> core = core();
        DesignWriter.write(core, folder);
        new ShellEmitter(ShellElaborator.load()).emit(spec, core).forEach(file -> DesignWriter.write(file, folder));
    }

    /** The code in a language on the page about drivers. */
    static String page(String language) throws IOException {
        String text = Files.readString(root().resolve("docs/drivers.md"));
        int start = text.indexOf("```" + language + "\n") + language.length() + 4;
        return text.substring(start, text.indexOf("```", start));
    }

    /** The repository's top folder. */
    public static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("run the tests inside the repository"));
    }
}
