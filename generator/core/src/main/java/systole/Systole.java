package systole;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.data.Sha256;
import systole.design.Design;
import systole.design.DesignWriter;
import systole.diagnostic.RefusedException;
import systole.driver.TestFrames;
import systole.folder.FolderLock;
import systole.folder.WrittenFolder;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.frontend.text.NetWriter;
import systole.golden.GoldenModel;
import systole.kit.Fit;
import systole.layer.Catalog;
import systole.model.Model;
import systole.model.ModelReader;
import systole.model.ReadingOptions;
import systole.network.Network;
import systole.report.Report;
import systole.report.Results;
import systole.report.Simulation;
import systole.report.SimulationJson;
import systole.report.SynthesisJson;
import systole.rtl.Origin;
import systole.style.streaming.Planner;
import systole.style.streaming.fold.Choice;
import systole.style.streaming.fold.FoldingStrategy;
import systole.style.streaming.fold.KnownFolding;
import systole.target.board.Board;
import systole.target.chip.ChipFamilies;
import systole.tool.Icarus;
import systole.tool.SimulationOptions;
import systole.tool.Simulator;
import systole.tool.SynthesisReport;
import systole.tool.ToolFailedException;
import systole.tool.Verilator;
import systole.tool.Yosys;

/**
 * Turns quantized networks into proven hardware. It reads models, computes golden outputs, plans and emits designs, writes
 * their folders, simulates and synthesizes.
 *
 * <pre>{@code
 * Systole systole = Systole.standard();
 * Network network = systole.read(Path.of("model.tflite")).network();
 * BuiltDesign built = systole.build(network, DesignOptions.on("pynq-z2"), Path.of("rtl-out", network.name()));
 * boolean exact = systole.simulate(built, Frames.random(network.input(), 4, 1)).passed();
 * }</pre>
 *
 * <p>A network or a wish that cannot be built exactly is refused with a {@link RefusedException}, which has every problem
 * with its place and a hint. A file that cannot be read or written throws an {@link java.io.UncheckedIOException}. A tool
 * that is missing or breaks off throws a {@link ToolFailedException}, but a design that fails a simulation is a result.
 * Nothing is printed; a {@link Progress} receives messages. Several threads may use one instance for different folders.
 */
public final class Systole {
    /** The number of random frames of a self-test. */
    private static final int RANDOM_FRAMES = 16;

    private final Catalog catalog = StandardCatalog.CATALOG;
    private final Planner planner = new Planner(catalog, EngineCatalog.CATALOG);
    private final Progress progress;

    private Systole(Progress progress) {
        this.progress = progress;
    }

    /** Systole with all kinds of layers and engines, without messages. */
    public static Systole standard() {
        return standard(Progress.SILENT);
    }

    /** Systole with all kinds of layers and engines. */
    public static Systole standard(Progress progress) {
        return new Systole(progress);
    }

    /**
     * Reads a network.
     *
     * @param file a {@code .net}, {@code .tflite} or {@code .onnx} file
     * @throws RefusedException if the file is damaged, if a part of the network cannot be computed exactly, or if a text
     *     names weights outside of its folder
     */
    public Model read(Path file) {
        return read(file, ReadingOptions.DEFAULT);
    }

    /** Reads a network as {@link #read(Path)} does, with options. */
    public Model read(Path file, ReadingOptions options) {
        return ModelReader.over(catalog, progress::leftOut, options).read(file);
    }

    /** Writes a network as text, {@code NAME.net}, with its weights in a file beside it. Reading gives an equal network. */
    public void save(Network network, Path file) {
        new NetWriter(catalog).write(network, file);
    }

    /**
     * Checks that a network has hardware on a board that is large enough. This is quick, because nothing is planned.
     *
     * @throws RefusedException if a layer has no hardware
     */
    public void check(Network network) {
        planner.lower(network, Map.of(), ChipFamilies.usual());
    }

    /**
     * Tells which of some boards hold a network with the logic around its core. This is quick, because only the smallest
     * hardware is looked for, and nothing is planned.
     *
     * @throws RefusedException if a layer has no hardware
     */
    public List<BoardFit> boards(Network network, List<Board> boards) {
        Fit fit = new Fit(planner.lower(network, Map.of(), ChipFamilies.usual()));
        return boards.stream().map(board -> BoardFit.of(fit, board)).toList();
    }

    /** The exact integer model of a network, which gives single tensors and carries a state from frame to frame. */
    public GoldenModel golden(Network network) {
        return new GoldenModel(network, layer -> catalog.of(layer).golden());
    }

    /**
     * Computes the outputs of a network for frames, one after another.
     *
     * @param inputs frames of the network's input
     * @return as many frames of the network's output
     * @throws IllegalArgumentException if a frame has another size, or an element lies outside the input's type
     */
    public Frames golden(Network network, Frames inputs) {
        return golden(network, inputs, frames -> {});
    }

    /**
     * Computes the outputs of a network for frames, as {@link #golden(Network, Frames)} does.
     *
     * @param done receives the number of finished frames after each frame
     */
    public Frames golden(Network network, Frames inputs, Consumer<Integer> done) {
        GoldenModel model = golden(network);
        List<int[]> outputs = new ArrayList<>();
        for (int[] frame : inputs.list()) {
            outputs.add(model.run(frame));
            done.accept(outputs.size());
        }
        return new Frames("golden model", network.outputType().shape(), outputs);
    }

    /**
     * Plans the hardware of a network and emits its files: Verilog, memory contents, testbenches and {@code plan.json}.
     * Nothing is written.
     *
     * @throws RefusedException if a layer has no hardware, if a wish cannot be met, or if the network does not fit
     */
    public Design design(Network network, DesignOptions options) {
        return marked(new Designer(planner, progress).core(network, options));
    }

    /**
     * Plans the hardware of a network in a shell for a board. The design also has constraints, scripts for Vivado and open
     * tools, drivers with a self-test, and a README. The artifact {@code systole-shell} must be on the class path.
     *
     * @param around the wishes for what is around the core
     * @throws RefusedException as {@link #design} does, or if the board does not have what the wishes are about, or cannot
     *     make it
     */
    public Design designForBoard(Model model, DesignOptions options, BoardOptions around) {
        return marked(new Designer(planner, progress).onBoard(model, options, around, () -> tests(model, around)));
    }

    /** The frames of the self-test with their golden outputs, in the order of the model's author. */
    private TestFrames tests(Model model, BoardOptions around) {
        Network network = model.network();
        int most = TestFrames.most(network.inputType(), network.outputType());
        Frames inputs = around.tests()
                .orElseGet(() -> Frames.random(network.input(), Math.min(most, RANDOM_FRAMES), 1))
                .first(most);
        Frames outputs = golden(network, inputs);
        return new TestFrames(inputs.arranged(model.input()), outputs.arranged(model.output()));
    }

    /** The design, each of whose files names the network that it was made from. */
    private Design marked(Design design) {
        Origin origin = Origin.of(new NetWriter(catalog).write(design.network()).digest());
        return design.with(origin.mark(design.files()));
    }

    /**
     * Writes a design into a folder, with its page {@code report.html}. Files that do not change stay untouched, and files
     * of an earlier design are removed. Results of simulations and synthesis stay, and so do files that were edited or that
     * Systole did not write. Whenever this is ended, the folder has the old design or the new one.
     *
     * @throws RefusedException if the folder is none that Systole wrote, if a file that was edited would have to be
     *     replaced, if the folder has a kit around other hardware, or if another run works in it
     */
    public BuiltDesign write(Design design, Path folder) {
        BuiltDesign built = BuiltDesign.of(design, folder);
        Path root = built.folder().root();
        FolderLock.holding(root, () -> {
            tell(built, DesignWriter.write(design, root));
            tell(built, Report.write(design, built.folder()));
            return root;
        });
        progress.written(design.files().size(), folder);
        return built;
    }

    /** Works in the folder of a design, which must still be in it. */
    private static <T> T in(BuiltDesign built, Supplier<T> work) {
        Path root = built.folder().root();
        return FolderLock.holding(root, () -> {
            DesignWriter.require(built.design(), root);
            return work.get();
        });
    }

    /** Tells of files that stay because they were edited. */
    private void tell(BuiltDesign built, List<String> kept) {
        kept.stream().map(built.shownFolder()::resolve).forEach(progress::kept);
    }

    /** Makes a design as {@link #design} does and writes it. The folder is checked first. */
    public BuiltDesign build(Network network, DesignOptions options, Path folder) {
        WrittenFolder.requireOurs(folder);
        String key = key(network, options);
        Optional<Design> known = KeptChoice.in(folder, key).flatMap(kept -> known(network, kept.among(options)));
        return known.map(design -> write(design, folder)).orElseGet(() -> chosen(network, options, folder, key));
    }

    /** A design of foldings that were chosen before; empty if they no longer are the only ones that meet the requests. */
    private Optional<Design> known(Network network, DesignOptions only) {
        try {
            return Optional.of(design(network, only));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private BuiltDesign chosen(Network network, DesignOptions options, Path folder, String key) {
        List<Choice> choices = new ArrayList<>();
        FoldingStrategy telling = KnownFolding.telling(options.strategy(), choices::add);
        BuiltDesign built = write(design(network, options.withStrategy(telling)), folder);
        String board = built.design().board().id();
        KeptChoice.of(key, board, choices.get(choices.size() - 1))
                .write(built.folder().root());
        return built;
    }

    /** Tells what a choice of foldings depends on from everything else. */
    private String key(Network network, DesignOptions options) {
        String all = ProgramDigest.get() + " "
                + new NetWriter(catalog).write(network).digest() + " " + options.described();
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a design as {@link #designForBoard} does and writes it. The folder is checked first. */
    public BuiltDesign buildForBoard(Model model, DesignOptions options, BoardOptions around, Path folder) {
        WrittenFolder.requireOurs(folder);
        return write(designForBoard(model, options, around), folder);
    }

    /**
     * Sends frames through a design with Verilator, without pauses, and compares every beat with the golden model.
     *
     * @param inputs frames of the network's input
     */
    public Simulation simulate(BuiltDesign built, Frames inputs) {
        Frames golden = golden(built.design().network(), inputs);
        return simulate(built, TestData.of(inputs), golden, verilator(), SimulationOptions.DEFAULT);
    }

    /**
     * Sends frames through a design and compares every beat. The result is kept in the folder and shown on its page.
     *
     * @param test the frames to send
     * @param golden the expected outputs, with the same number of frames
     * @param simulator {@link #verilator} or {@link #icarus}
     * @param options pauses, their seed, and waves; the timeout grows with the expected cycles
     */
    public Simulation simulate(
            BuiltDesign built, TestData test, Frames golden, Simulator simulator, SimulationOptions options) {
        return in(built, () -> {
            Simulation simulation = new Trial(simulator, options, progress).run(built, test, golden);
            tell(built, Results.keepSimulation(built.folder(), SimulationJson.of(simulation)));
            tell(built, Report.write(built.design(), built.folder()));
            return simulation;
        });
    }

    /** Verilator with its quick build, which runs as fast as the optimised one and is ready ten times sooner. */
    public static Simulator verilator() {
        return new Verilator(Verilator.Profile.QUICK_BUILD);
    }

    /** Icarus Verilog, which is hundreds of times slower and simulates unknown bits. */
    public static Simulator icarus() {
        return new Icarus();
    }

    /** The warnings of a simulator about the Verilog of a design, one a line. The list is empty if it is clean. */
    public List<String> lint(BuiltDesign built, Simulator simulator) {
        return in(
                built, () -> simulator.lint(built.folder().rtl(), built.design().top()));
    }

    /**
     * Synthesizes a design with Yosys, in the shell of its board, counts its resources and estimates how long its paths take.
     * Without the artifact {@code systole-shell} on the class path, and on a chip without a board, the core is synthesized
     * alone. The result is kept in the folder and shown on its page. This takes minutes for a large design.
     */
    public SynthesisReport synthesize(BuiltDesign built) {
        return in(built, () -> {
            progress.synthesizing();
            Yosys yosys = new Yosys(built.design().board().chip());
            SynthesisReport synthesis = new SynthesisTop(progress)
                    .around(built.design())
                    .map(wrapper -> yosys.synthesize(built.folder(), wrapper))
                    .orElseGet(() -> yosys.synthesize(built.folder()));
            tell(built, Results.keepSynthesis(built.folder(), SynthesisJson.of(built.design(), synthesis)));
            tell(built, Report.write(built.design(), built.folder()));
            return synthesis;
        });
    }
}
