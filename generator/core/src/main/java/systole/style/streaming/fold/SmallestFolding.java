package systole.style.streaming.fold;

import java.util.List;
import systole.engine.Engine;
import systole.target.board.Board;
import systole.target.resource.ResourceVector;

/** Takes as little of the board as possible, at any speed. */
public final class SmallestFolding implements FoldingStrategy {
    /** True if engines, each in one of its foldings, fit a board together. */
    public static boolean fits(List<List<Engine>> options, Board board) {
        return new Alternatives(options, board).fit();
    }

    /** The resources that engines need in the foldings that are lightest on a board, whether or not they fit it. */
    public static ResourceVector least(List<List<Engine>> options, Board board) {
        return new Alternatives(options, board).least();
    }

    /** The resources of a board that the engines may take. */
    public static ResourceVector most(Board board) {
        return new Budget(board).most();
    }

    @Override
    public Choice choose(FoldingTask task) {
        Alternatives alternatives = new Alternatives(task.options(), task.board());
        List<Long> intervals = alternatives.fitting();
        List<Candidate> chosen =
                alternatives.lightest(intervals.get(intervals.size() - 1)).orElseThrow();
        return new Choice(Alternatives.engines(chosen), new Limit.Asked("the smallest design"));
    }
}
