package systole;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import systole.design.Design;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.driver.TestFrames;
import systole.integration.Integration;
import systole.kit.Fit;
import systole.model.Model;
import systole.network.Network;
import systole.style.streaming.LoweredNetwork;
import systole.style.streaming.Planner;
import systole.style.streaming.emit.StreamingDesign;
import systole.target.board.Board;
import systole.target.board.UnroutedClock;

/**
 * Makes designs of networks: chooses the board, plans, emits.
 *
 * @param planner makes the plans
 * @param progress receives the choice of the board
 */
record Designer(Planner planner, Progress progress) {
    /** Makes the core alone, which has the whole chip. */
    Design core(Network network, DesignOptions options) {
        boolean named = options.boards().size() == 1;
        if (named) {
            planning(network, options, options.boards().get(0));
        }
        LoweredNetwork lowered = lower(network, options);
        Board board = choose(network, options, lowered::fits);
        if (!named) {
            planning(network, options, board);
        }
        return plan(lowered, options, board, board);
    }

    /**
     * Makes the core in its shell, which takes a part of the chip.
     *
     * @param tests makes the frames of the self-test, once the network is known to fit
     */
    Design onBoard(Model model, DesignOptions options, BoardOptions around, Supplier<TestFrames> tests) {
        Network network = model.network();
        options.boards().forEach(board -> requirePins(board, around));
        LoweredNetwork lowered = lower(network, options);
        Fit fit = new Fit(lowered);
        Board board = choose(network, options, fit::fits);
        fit.require(board);
        planning(network, options, board);
        Design core = plan(lowered, options, Fit.left(board), board);
        return new BoardFiles(model, around, tests.get()).around(core);
    }

    private LoweredNetwork lower(Network network, DesignOptions options) {
        return planner.lower(
                network, options.builds(), options.boards().get(0).chip().hardBlocks());
    }

    private static void requirePins(Board board, BoardOptions around) {
        if (board.bare()) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    "of " + board.name() + " only the chip is known, not what its pins are wired to",
                    "describe the board in a file, as docs/boards.md says, and name that with --board FILE.json; build,"
                            + " sim, synth and lint do with a chip");
        }
        if (around.baud() > 0 && board.hasProcessor()) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    board.name() + " has a processor, whose bus carries the frames; there is no serial line",
                    "leave out --baud");
        }
        if (around.busMhz() > 0 && !board.hasProcessor()) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    board.name() + " has no processor, so there is no bus clock",
                    "leave out --bus-clock");
        }
    }

    /**
     * The first board that a network fits. If there is none, the last board, for which planning is then refused. A single
     * board is not tested.
     */
    private Board choose(Network network, DesignOptions options, Predicate<Board> fits) {
        List<Board> boards = options.boards();
        for (Board candidate : boards.size() == 1 ? List.<Board>of() : boards) {
            if (fits.test(candidate)) {
                return candidate;
            }
            progress.tooSmall(network, candidate);
        }
        return boards.get(boards.size() - 1);
    }

    private void planning(Network network, DesignOptions options, Board board) {
        double mhz = options.clockMhz(board);
        progress.planning(network, board, mhz);
        UnroutedClock clock = new UnroutedClock(board, mhz);
        if (clock.beyondEstimate()) {
            progress.beyondEstimate(clock);
        }
    }

    /** @param room the part of the board that the core may use */
    private static Design plan(LoweredNetwork lowered, DesignOptions options, Board room, Board board) {
        Design core = StreamingDesign.of(
                lowered.network(),
                lowered.plan(room, options.clockMhz(board), options.strategy()).on(board));
        return core.plus(Integration.ofCore(core));
    }
}
