package systole.app;

import java.util.List;
import systole.target.board.Board;
import systole.target.board.Boards;

/**
 * What a model is measured on.
 *
 * @param board whose id names the results
 * @param words that name it to the commands
 */
record BenchTarget(Board board, List<String> words) {
    BenchTarget {
        words = List.copyOf(words);
    }

    static BenchTarget of(BoardArgument argument) {
        return new BenchTarget(argument.board(), List.of("--board", argument.name()));
    }

    /** Whether it is not one of Systole's own boards. */
    boolean foreign() {
        return Boards.find(board.id()).filter(board::equals).isEmpty();
    }
}
