package systole.style.streaming.fold;

import java.util.List;
import java.util.Optional;
import systole.engine.Engine;
import systole.target.board.Board;
import systole.target.resource.ResourceVector;

/** What engines need at the least, at any speed. Their foldings are looked at once for all boards. */
public final class SmallestNeed {
    private final List<List<Engine>> options;
    private Optional<Alternatives> last = Optional.empty();

    /** @param options for each engine, the foldings to choose from, on chips whose blocks are of the same kinds */
    public SmallestNeed(List<List<Engine>> options) {
        this.options = options;
    }

    private Alternatives on(Board board) {
        Alternatives alternatives =
                last.map(known -> known.on(board)).orElseGet(() -> new Alternatives(options, board));
        last = Optional.of(alternatives);
        return alternatives;
    }

    /** True if the engines, each in one of their foldings, fit a board together. */
    public boolean fits(Board board) {
        return on(board).fit();
    }

    /** The resources that the engines need in the foldings that are lightest on a board, whether or not they fit it. */
    public ResourceVector least(Board board) {
        return on(board).least();
    }

    /** The resources of a board that the engines may take. */
    public static ResourceVector most(Board board) {
        return new Budget(board).most();
    }
}
