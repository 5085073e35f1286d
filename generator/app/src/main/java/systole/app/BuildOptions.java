package systole.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import systole.BuiltDesign;
import systole.DesignOptions;
import systole.Systole;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.folder.WrittenFolder;
import systole.model.Model;
import systole.network.Network;
import systole.target.board.Board;
import systole.target.board.Boards;

/** The options of every command that makes hardware. */
final class BuildOptions {
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
            description = "Clock frequency (default: what is estimated for the chip's speed grade, or what the board's"
                    + " file says). Nothing is placed and routed.")
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

    /**
     * Plans a network and writes its design folder. If that has a kit of this network, the kit is made along with the
     * hardware, with the options that it was made with unless there are others.
     *
     * @param file of the model
     */
    BuiltDesign build(Model model, Path file, Systole systole, Terminal terminal) {
        Path folder = folder(model.network());
        WrittenFolder.requireOurs(folder);
        Optional<KitOptions> kit = KitOptions.read(folder, model.network().name());
        if (kit.isEmpty()) {
            return systole.build(model.network(), options(named()), folder);
        }
        KitOptions options = kit.get().butFor(this);
        terminal.note("note: %s has a kit, which is made along: %s", folder, String.join(" ", options.words()));
        return options.build(model, file, systole, terminal);
    }

    /** These options, and for those that are not given the other ones. */
    BuildOptions or(BuildOptions others) {
        BuildOptions all = new BuildOptions();
        all.part = part;
        all.out = out;
        all.board = board.or(() -> part.named() ? Optional.empty() : others.board);
        all.clock = clock.or(() -> others.clock);
        all.fold = fold.or(() -> others.fold);
        all.goal = goal.given() ? goal : others.goal;
        return all;
    }

    /** The words that give the same options in any folder, but for that of the design. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        board.ifPresent(b -> words.addAll(List.of("--board", b.file() ? absolute(Path.of(b.name())) : b.name())));
        clock.ifPresent(mhz -> words.addAll(List.of("--clock", mhz.toString())));
        fold.ifPresent(file -> words.addAll(List.of("--fold", absolute(file))));
        words.addAll(goal.words());
        return words;
    }

    static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** The wishes for hardware with a shell around it, of which a board must be one. */
    DesignOptions forBoard() {
        Optional<Board> target = named();
        if (target.isEmpty()) {
            throw RefusedException.of(
                    SourceRef.NONE, "the board is missing", "name it with --board: " + String.join(", ", Boards.ids()));
        }
        return options(target);
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

    private DesignOptions options(Optional<Board> target) {
        DesignOptions options = target.map(DesignOptions::on)
                .orElseGet(DesignOptions::anywhere)
                .withClock(clock.orElse(0.0))
                .withStrategy(goal.strategy());
        return fold.map(options::withBuilds).orElse(options);
    }

    /** The folder of the design. */
    Path folder(Network network) {
        return out.orElse(Path.of("rtl-out", network.name()));
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
