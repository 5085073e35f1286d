package systole;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.design.Design;
import systole.design.DesignWriter;
import systole.diagnostic.RefusedException;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.golden.GoldenModel;
import systole.layer.Catalog;
import systole.model.Model;
import systole.model.ModelReader;
import systole.network.Network;
import systole.report.Report;
import systole.report.Results;
import systole.report.Simulation;
import systole.report.SimulationJson;
import systole.report.SynthesisJson;
import systole.style.streaming.Planner;
import systole.text.NetWriter;
import systole.tool.Icarus;
import systole.tool.SimulationOptions;
import systole.tool.Simulator;
import systole.tool.SynthesisReport;
import systole.tool.ToolFailedException;
import systole.tool.Verilator;
import systole.tool.Yosys;

/**
 * Turns quantized networks into proven hardware: reads, checks, computes golden outputs, plans and emits, writes, simulates
 * and synthesizes.
 *
 * <pre>{@code
 * Systole systole = Systole.standard();
 * Network network = systole.read(Path.of("model.tflite")).network();
 * BuiltDesign built = systole.build(network, DesignOptions.on("pynq-z2"), Path.of("rtl-out", network.name()));
 * boolean exact = systole.simulate(built, Frames.random(network.inputType(), 4, 1)).passed();
 * }</pre>
 *
 * <p>What cannot be built exactly is refused: {@link RefusedException} has every problem with its place and what to do.
 * Files that cannot be read or written give an {@link java.io.UncheckedIOException}, tools that are missing or break off a
 * {@link ToolFailedException}; a design that fails a simulation is a result. Nothing is printed; {@link Progress} is told.
 * A value without a state: several threads may use one, for folders of their own.
 */
public final class Systole {
    private final Catalog catalog = StandardCatalog.CATALOG;
    private final Planner planner = new Planner(catalog, EngineCatalog.CATALOG);
    private final Progress progress;

    private Systole(Progress progress) {
        this.progress = progress;
    }

    /** With all kinds of layers and engines that there are. */
    public static Systole standard() {
        return standard(Progress.SILENT);
    }

    /** The same, for somebody who wants to know what goes on. */
    public static Systole standard(Progress progress) {
        return new Systole(progress);
    }

    /**
     * Reads a network.
     *
     * @param file a {@code .net}, {@code .tflite} or {@code .onnx} file
     * @throws RefusedException if it is damaged, or has anything in it that cannot be computed exactly
     */
    public Model read(Path file) {
        return ModelReader.over(catalog, progress::leftOut).read(file);
    }

    /** Writes a network as text, {@code NAME.net}, with its weights beside it; {@link #read} gives an equal one. */
    public void save(Network network, Path file) {
        new NetWriter(catalog).write(network, file);
    }

    /**
     * Finds out whether a network has hardware, on a board that is large enough; quick, for nothing is planned.
     *
     * @throws RefusedException if a layer has none
     */
    public void check(Network network) {
        planner.lower(network, Map.of());
    }

    /**
     * The exact integer model of a network, for who looks at single frames and tensors. One that carries a state keeps it
     * from frame to frame.
     */
    public GoldenModel golden(Network network) {
        return new GoldenModel(network, layer -> catalog.of(layer).golden());
    }

    /**
     * Computes what a network makes of frames, one after another.
     *
     * @param inputs frames of the network's input
     * @return as many frames of the network's output
     * @throws IllegalArgumentException if a frame has another size, or an element outside the input's type
     */
    public Frames golden(Network network, Frames inputs) {
        return golden(network, inputs, frames -> {});
    }

    /**
     * The same, for somebody who waits.
     *
     * @param done is told after each frame how many are done
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
     * Plans a network's hardware and emits it: Verilog, memory contents, testbenches, {@code plan.json}. Nothing is
     * written yet.
     *
     * @throws RefusedException if a layer has no hardware, or what is asked for cannot be built or does not fit
     */
    public Design design(Network network, DesignOptions options) {
        return new Designer(planner, progress).core(network, options);
    }

    /**
     * The same for a board: with the shell that carries the core, constraints, scripts for Vivado and open tools, drivers
     * and a README. Takes {@code systole-shell} on the class path.
     *
     * @param busMhz clock of the processor's bus in megahertz, if the core is to have one of its own; 0: one for both
     * @throws RefusedException as {@link #design}, or if there is no processor whose bus could have a clock
     */
    public Design designForBoard(Model model, DesignOptions options, double busMhz) {
        return new Designer(planner, progress).onBoard(model, options, busMhz);
    }

    /**
     * Writes a design into a folder, with its page {@code report.html}. What is the same already stays untouched; what an
     * earlier design left goes away, but not results.
     *
     * @throws RefusedException if the folder has hardware in it that Systole did not write
     */
    public BuiltDesign write(Design design, Path folder) {
        DesignWriter.requireOurs(folder);
        DesignWriter.write(design.files(), folder);
        progress.written(design.files().size(), folder);
        BuiltDesign built = BuiltDesign.of(design, folder);
        Report.write(design, built.folder());
        return built;
    }

    /** Plans, emits and writes, after a look at the folder: as {@link #design} and {@link #write}. */
    public BuiltDesign build(Network network, DesignOptions options, Path folder) {
        DesignWriter.requireOurs(folder);
        return write(design(network, options), folder);
    }

    /** Plans, emits and writes for a board, after a look at the folder: as {@link #designForBoard} and {@link #write}. */
    public BuiltDesign buildForBoard(Model model, DesignOptions options, double busMhz, Path folder) {
        DesignWriter.requireOurs(folder);
        return write(designForBoard(model, options, busMhz), folder);
    }

    /**
     * Sends frames through a design under Verilator, without pauses, and compares every beat with the golden model.
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
     * @param test what is sent
     * @param golden what must come out, as many frames
     * @param simulator {@link #verilator} or {@link #icarus}
     * @param options pauses, their seed, waves; its timeout grows with the cycles that are expected
     */
    public Simulation simulate(
            BuiltDesign built, TestData test, Frames golden, Simulator simulator, SimulationOptions options) {
        Simulation simulation = new Trial(simulator, options, progress).run(built, test, golden);
        Results.keepSimulation(built.folder(), SimulationJson.of(simulation));
        Report.write(built.design(), built.folder());
        return simulation;
    }

    /** Verilator. Its quick build also runs as fast as the optimised one, and is ready ten times sooner. */
    public static Simulator verilator() {
        return new Verilator(Verilator.Profile.QUICK_BUILD);
    }

    /** Icarus Verilog, hundreds of times slower, which knows unknown bits. */
    public static Simulator icarus() {
        return new Icarus();
    }

    /** What a simulator has to say about the Verilog of a design, line by line; empty if it is clean. */
    public List<String> lint(BuiltDesign built, Simulator simulator) {
        return simulator.lint(built.folder().rtl(), built.design().name());
    }

    /**
     * Synthesizes a design with Yosys, module by module, and counts what it occupies. The result is kept in the folder and
     * shown on its page. Takes minutes for large designs.
     */
    public SynthesisReport synthesize(BuiltDesign built) {
        progress.synthesizing();
        SynthesisReport synthesis = new Yosys().synthesize(built.folder());
        Results.keepSynthesis(built.folder(), SynthesisJson.of(built.design(), synthesis));
        Report.write(built.design(), built.folder());
        return synthesis;
    }
}
