package systole.plan.fold;

import java.util.List;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.target.board.Board;

/** As little of the board as can be, however long that takes. */
public final class SmallestFolding implements FoldingStrategy {
    /** True if engines, each in one of its foldings, fit a board together. */
    public static boolean fits(List<List<Engine>> options, Board board) {
        return new Alternatives(options, board).fit();
    }

    /** What engines take of a board in the foldings that are lightest there, whether they fit or not. */
    public static Cost least(List<List<Engine>> options, Board board) {
        return new Alternatives(options, board).least();
    }

    /** What engines may take of a board. */
    public static Cost most(Board board) {
        return new Budget(board).most();
    }

    @Override
    public Choice choose(FoldingTask task) {
        Alternatives alternatives = new Alternatives(task.options(), task.board());
        List<Long> intervals = alternatives.fitting();
        List<Folding> chosen =
                alternatives.lightest(intervals.get(intervals.size() - 1)).orElseThrow();
        return new Choice(Alternatives.engines(chosen), new Limit.Asked("the smallest design"));
    }
}
