package systole.style.streaming.fold;

import java.util.List;

/** Takes as little of the board as possible, at any speed. */
public record SmallestFolding() implements FoldingStrategy {
    @Override
    public Choice choose(FoldingTask task) {
        Alternatives alternatives = new Alternatives(task.options(), task.board());
        List<Long> intervals = alternatives.fitting();
        List<Candidate> chosen =
                alternatives.lightest(intervals.get(intervals.size() - 1)).orElseThrow();
        return new Choice(Alternatives.engines(chosen), new Limit.Asked("the smallest design"));
    }
}
