package systole.style.streaming.fold;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.design.Prediction;
import systole.engine.Engine;
import systole.target.board.Board;

/**
 * The engines that need a folding, and everything that a strategy may use to choose one.
 *
 * @param options for each engine, the foldings to choose from, as engines; never empty
 * @param sources for each engine, the indices of the engines that it reads, all of them before it; -1 is the network's
 *     input
 * @param board the board that all engines have to fit together
 * @param clockMhz cycles in a microsecond
 * @param trial predicts interval and latency of a choice by stepping its schedule; this is exact, but takes seconds
 * @param padded further foldings, for goals that are met better with them
 */
public record FoldingTask(
        List<List<Engine>> options,
        List<List<Integer>> sources,
        Board board,
        double clockMhz,
        Function<List<Engine>, Prediction> trial,
        PaddedFoldings padded) {
    public FoldingTask {
        options = options.stream().map(List::copyOf).toList();
        sources = sources.stream().map(List::copyOf).toList();
    }

    /** The same task with those engines of a choice that are padded as further options. */
    FoldingTask withPadded(List<Engine> choice) {
        return with(choice.stream()
                .map(engine -> engine.isPadded() ? List.of(engine) : List.<Engine>of())
                .toList());
    }

    /**
     * The same task with the padded foldings that take {@code least} to {@code most} cycles, listed behind the others.
     */
    FoldingTask withPadded(long least, long most) {
        return with(padded.within(least, most));
    }

    private FoldingTask with(List<List<Engine>> more) {
        List<List<Engine>> all = IntStream.range(0, options.size())
                .mapToObj(i -> Stream.concat(options.get(i).stream(), more.get(i).stream())
                        .toList())
                .toList();
        return new FoldingTask(all, sources, board, clockMhz, trial, PaddedFoldings.none(options.size()));
    }
}
