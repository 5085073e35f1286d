package systole.app;

import java.nio.file.Path;
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
    BuiltDesign build(Network network, Systole systole) {
        return systole.build(network, options(named()), folder(network));
    }

    /**
     * Plans a network with a shell around it, and writes its folder for the board. Impossible requests are refused
     * before anything is written.
     *
     * @param busMhz the clock of the bus; 0 if the core and the bus share one
     */
    BuiltDesign buildForBoard(Model model, Systole systole, double busMhz) {
        Optional<Board> target = named();
        if (target.isEmpty()) {
            throw RefusedException.of(
                    SourceRef.NONE, "the board is missing", "name it with --board: " + String.join(", ", Boards.ids()));
        }
        return systole.buildForBoard(model, options(target), busMhz, folder(model.network()));
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

    private Path folder(Network network) {
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
