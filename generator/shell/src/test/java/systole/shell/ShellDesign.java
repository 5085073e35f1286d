package systole.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.design.Design;
import systole.design.DesignWriter;
import systole.frontend.text.NetReader;
import systole.golden.GoldenModel;
import systole.network.Network;
import systole.rtl.GeneratedFile;
import systole.style.streaming.PlanOptions;
import systole.style.streaming.Planner;
import systole.style.streaming.emit.StreamingDesign;
import systole.style.streaming.fold.BalancedFolding;
import systole.target.board.Board;

/** A small network with a shell around it. */
record ShellDesign(Network network, ShellSpec spec, List<GeneratedFile> files) {
    /** So small that its designs are compiled and synthesized quickly. */
    private static final Board BOARD =
            new Board("small", "A small board", "xc7a15tcpg236-1", 6_000, 12_000, 20, 20, 100);

    private static final ShellEmitter EMITTER = new ShellEmitter(ShellElaborator.load());

    /** The example called motion. */
    static ShellDesign of(ShellLink link, long clockHz) {
        return of("examples/motion/motion.net", link, clockHz);
    }

    /** A core that is quickly synthesized. */
    static ShellDesign small(ShellLink link, long clockHz) {
        return of("generator/core/src/test/resources/engines/maxpool.net", link, clockHz);
    }

    /** An LSTM that carries its state from frame to frame. */
    static ShellDesign stateful(ShellLink link, long clockHz) {
        return of("generator/core/src/test/resources/kinds/lstm_full.net", link, clockHz);
    }

    private static ShellDesign of(String file, ShellLink link, long clockHz) {
        return of(new NetReader(StandardCatalog.CATALOG).read(root().resolve(file)), link, clockHz);
    }

    /** Any network. */
    static ShellDesign of(Network network, ShellLink link, long clockHz) {
        Planner planner = new Planner(StandardCatalog.CATALOG, EngineCatalog.CATALOG);
        Design design = StreamingDesign.of(
                network, planner.plan(network, new PlanOptions(BOARD, 100, Map.of(), new BalancedFolding())));
        List<GeneratedFile> core = design.files();
        ShellSpec spec = ShellSpec.of(design, DesignHash.of(core), clockHz, link);
        List<GeneratedFile> all = new ArrayList<>(core);
        all.addAll(EMITTER.emit(spec, core));
        return new ShellDesign(network, spec, List.copyOf(all));
    }

    /** Writes everything; the folder with the Verilog. */
    Path write(Path folder) {
        DesignWriter.write(files, folder);
        return folder.resolve("rtl");
    }

    GoldenModel golden() {
        return new GoldenModel(
                network, layer -> StandardCatalog.CATALOG.of(layer).golden());
    }

    /** The list of all Verilog that the wrapper needs. */
    String list() {
        return spec.link() instanceof ShellLink.Axi ? "files_axi.f" : "files_uart.f";
    }

    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("run the tests inside the repository"));
    }
}
