package systole.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import systole.design.Design;
import systole.design.DesignWriter;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.kit.Fit;
import systole.network.BuildRequest;
import systole.network.Network;
import systole.report.Report;
import systole.rtl.GeneratedFile;
import systole.style.streaming.LoweredNetwork;
import systole.style.streaming.Plan;
import systole.style.streaming.emit.StreamingDesign;
import systole.target.board.Board;
import systole.target.board.Boards;

/** The options of every command that makes hardware. */
final class BuildOptions {
    /** If no board is given, the first of these boards that the network fits is used. */
    private static final List<String> BOARDS = List.of("arty-a7-35t", "arty-a7-100t", "nexys-video");

    @Option(
            names = "--board",
            paramLabel = "BOARD",
            converter = BoardOption.class,
            completionCandidates = BoardOption.Ids.class,
            description = "Target: ${COMPLETION-CANDIDATES}, or a FILE.json that describes a board (default:"
                    + " arty-a7-35t, or the next larger Artix board that the network fits).")
    private Optional<BoardArgument> board;

    @Mixin
    private PartOptions part;

    @Option(
            names = "--clock",
            paramLabel = "MHZ",
            converter = Megahertz.class,
            description = "Clock frequency (default: the board's).")
    private Optional<Double> clock;

    @Option(
            names = "--fold",
            paramLabel = "FILE",
            description = "What wins over the planner's choice: {\"layer\": {\"pe\": 8, \"simd\": 9}, ...}, or"
                    + " {\"layer\": {\"engine\": \"array\", \"multiplier\": \"packed\"}, ...}.")
    private Optional<Path> fold;

    @ArgGroup
    private GoalOptions goal = new GoalOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the design (default: rtl-out/NAME).")
    private Optional<Path> out;

    /** Plans a network and writes its design folder. */
    BuiltDesign build(Network network, Flow flow, Terminal terminal) {
        Path folder = folder(network);
        Optional<Board> named = named();
        named.ifPresent(b -> announce(network, b, terminal));
        LoweredNetwork lowered = flow.planner().lower(network, folds());
        Board target = named.orElseGet(() -> smallest(lowered, terminal));
        Design design = StreamingDesign.of(network, plan(lowered, target));
        return write(design, flow.origin(network).mark(design.files()), folder, terminal);
    }

    /**
     * Plans a network with a shell around it, and writes its folder for the board. Impossible requests are refused
     * before anything is written.
     *
     * @param busMhz the clock of the bus, if the core has a separate one
     */
    BuiltDesign bring(Model model, Flow flow, Terminal terminal, Optional<Double> busMhz) {
        Network network = model.network();
        Path folder = folder(network);
        Map<String, BuildRequest> folds = folds();
        Board target = named().orElseThrow(() -> RefusedException.of(
                SourceRef.NONE, "the board is missing", "name it with --board: " + String.join(", ", Boards.ids())));
        if (target.bare()) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    "of " + target.name() + " only the chip is known, not what its pins are wired to",
                    "describe the board in a file, as docs/boards.md says, and name that with --board FILE.json; build,"
                            + " sim, synth and lint do with a chip");
        }
        if (busMhz.isPresent() && !target.hasProcessor()) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    target.name() + " has no processor, so there is no bus clock",
                    "leave out --bus-clock");
        }
        LoweredNetwork lowered = flow.planner().lower(network, folds);
        new Fit(lowered).require(target);
        announce(network, target, terminal);
        Design core =
                StreamingDesign.of(network, plan(lowered, Fit.left(target)).on(target));
        return write(core, flow.origin(network).mark(BoardFiles.files(model, core, busMhz)), folder, terminal);
    }

    /** Refuses an impossible target before any long work begins. */
    void validate() {
        named();
    }

    /** The board, or the chip, that was named. */
    private Optional<Board> named() {
        Optional<Board> chip = part.board(board.isPresent());
        return board.map(BoardArgument::board).or(() -> chip);
    }

    private Map<String, BuildRequest> folds() {
        return fold.map(FoldFile::read).orElse(Map.of());
    }

    private double mhz(Board target) {
        return clock.orElse(target.clockMhz());
    }

    private void announce(Network network, Board target, Terminal terminal) {
        terminal.note("planning %s for %s at %s MHz", network.name(), target.name(), Text.number(mhz(target)));
    }

    private Plan plan(LoweredNetwork lowered, Board target) {
        return lowered.plan(target, mhz(target), goal.strategy());
    }

    private static BuiltDesign write(Design core, List<GeneratedFile> files, Path folder, Terminal terminal) {
        DesignWriter.write(files, folder);
        terminal.note("%d files in %s", files.size(), folder);
        BuiltDesign design = BuiltDesign.of(core, folder);
        Report.write(core, design.folder());
        return design;
    }

    private Path folder(Network network) {
        Path folder = out.orElse(Path.of("rtl-out", network.name()));
        requireOurs(folder);
        return folder;
    }

    /** The first board that a network fits. If there is none, the last board, for which planning is then refused. */
    private Board smallest(LoweredNetwork lowered, Terminal terminal) {
        List<Board> boards =
                BOARDS.stream().map(id -> Boards.find(id).orElseThrow()).toList();
        Board largest = boards.get(boards.size() - 1);
        Board target = boards.stream()
                .filter(candidate -> fits(lowered, candidate, terminal))
                .findFirst()
                .orElse(largest);
        announce(lowered.network(), target, terminal);
        return target;
    }

    private static boolean fits(LoweredNetwork lowered, Board candidate, Terminal terminal) {
        boolean fits = lowered.fits(candidate);
        if (!fits) {
            terminal.note("%s does not fit %s", lowered.network().name(), candidate.name());
        }
        return fits;
    }

    /**
     * Refuses a folder that Systole has not written before, because files in its rtl/, testbench/ and similar folders
     * that are not generated would be removed.
     */
    private static void requireOurs(Path folder) {
        boolean ours = Files.exists(folder.resolve("plan.json"));
        boolean taken = DesignWriter.OWNED.stream().anyMatch(owned -> Files.exists(folder.resolve(owned)));
        if (taken && !ours) {
            throw RefusedException.of(
                    new SourceRef(folder.toString(), 0, 0),
                    "this folder has an rtl/, testbench/ or the like that Systole did not write",
                    "choose another folder with --out");
        }
    }

    /** Reads a clock frequency. */
    static final class Megahertz implements ITypeConverter<Double> {
        private static final double MAX = 1000;

        @Override
        public Double convert(String text) {
            double mhz;
            try {
                mhz = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                mhz = Double.NaN;
            }
            if (!(mhz > 0 && mhz <= MAX)) {
                throw new TypeConversionException("'" + text + "' is not a frequency up to 1000 MHz");
            }
            return mhz;
        }
    }
}
