package systole.plan.fold;

import java.util.List;
import java.util.function.Function;
import systole.board.Board;
import systole.plan.timing.Prediction;
import systole.plan.unit.Engine;

/**
 * Engines that want their foldings.
 *
 * @param options for each engine the foldings to choose from, as engines; never empty
 * @param sources for each engine the engines that it reads, by place, all before it; the network's input is -1
 * @param board what they have to fit together
 * @param clockMhz cycles in a microsecond
 * @param trial predicts interval and latency of a choice by stepping its schedule: exact, but takes seconds
 */
public record FoldingTask(
        List<List<Engine>> options,
        List<List<Integer>> sources,
        Board board,
        double clockMhz,
        Function<List<Engine>, Prediction> trial) {
    public FoldingTask {
        options = options.stream().map(List::copyOf).toList();
        sources = sources.stream().map(List::copyOf).toList();
    }
}
