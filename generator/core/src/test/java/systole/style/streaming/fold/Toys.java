package systole.style.streaming.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import systole.design.Prediction;
import systole.engine.Engine;
import systole.engine.Examples;
import systole.network.Shape;
import systole.target.board.Board;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/** Engines with so few foldings that every combination can be looked at, and boards that they just fit or do not. */
final class Toys {
    private static final double LUT_SHARE = 0.75;

    private Toys() {}

    static Board board(int lut, int dsp, int ramb36) {
        return new Board("toy", "A toy", "xc7a35tcpg236-1", lut, 2 * lut, dsp, ramb36, 100);
    }

    static Board someBoard(Random random) {
        return board(600 + random.nextInt(4000), 1 + random.nextInt(60), 1 + random.nextInt(10));
    }

    /** With more of a resource than anybody needs. */
    static Board rich(Board board, ResourceKind resource) {
        int much = 1_000_000;
        return board(
                resource == ResourceKind.LUT ? much : board.lut(),
                resource == ResourceKind.DSP ? much : board.dsp(),
                resource == ResourceKind.RAMB18 ? much : board.ramb36());
    }

    /** Of chains of engines: a frame's latency is the sum of what each takes. */
    static FoldingTask task(List<List<Engine>> options, Board board) {
        return new FoldingTask(
                options, chain(options.size()), board, 100, Toys::predict, PaddedFoldings.none(options.size()));
    }

    private static List<List<Integer>> chain(int engines) {
        return IntStream.range(0, engines).mapToObj(i -> List.of(i - 1)).toList();
    }

    static Prediction predict(List<Engine> engines) {
        return new Prediction(
                interval(engines), engines.stream().mapToLong(Engine::cycles).sum() + engines.size());
    }

    /** The same with further foldings that pad. */
    static FoldingTask task(List<List<Engine>> options, List<List<Engine>> padded, Board board) {
        PaddedFoldings within = (least, most) -> padded.stream()
                .map(o -> o.stream()
                        .filter(e -> e.cycles() >= least && e.cycles() <= most)
                        .toList())
                .toList();
        return new FoldingTask(options, chain(options.size()), board, 100, Toys::predict, within);
    }

    /** For each engine up to three foldings that pad. */
    static List<List<Engine>> padded(List<List<Engine>> options, Random random) {
        List<List<Engine>> padded = new ArrayList<>();
        for (List<Engine> option : options) {
            Engine engine = option.get(0);
            List<Engine> all = new ArrayList<>(engine.paddedFoldings().stream()
                    .flatMap(e -> e.variants().stream())
                    .toList());
            while (all.size() > 3) {
                all.remove(random.nextInt(all.size()));
            }
            padded.add(all);
        }
        return padded;
    }

    /** Two to four engines with up to five foldings each. */
    static List<List<Engine>> options(Random random) {
        List<List<Engine>> options = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            String name = "e" + i;
            Engine engine = random.nextInt(3) == 0
                    ? Examples.add(name, Shape.of(2, 3, 12), 1)
                    : Examples.dense(name, 2 + random.nextInt(14), 1 + random.nextInt(12));
            List<Engine> all = new ArrayList<>(engine.foldings().stream()
                    .flatMap(e -> e.variants().stream())
                    .toList());
            while (all.size() > 5) {
                all.remove(random.nextInt(all.size()));
            }
            options.add(all);
        }
        return options;
    }

    static boolean fits(List<Engine> engines, Board board) {
        ResourceVector cost = cost(engines);
        return cost.dsp() <= board.dsp()
                && cost.lut() <= LUT_SHARE * board.lut()
                && cost.ramb18() <= 2 * board.ramb36();
    }

    static ResourceVector cost(List<Engine> engines) {
        return engines.stream().map(e -> Candidate.of(e).cost()).reduce(ResourceVector.NONE, ResourceVector::plus);
    }

    static long interval(List<Engine> engines) {
        return engines.stream().mapToLong(Engine::cycles).max().orElseThrow();
    }

    /** Every combination of foldings. */
    static List<List<Engine>> combinations(List<List<Engine>> options) {
        List<List<Engine>> all = List.of(List.of());
        for (List<Engine> engine : options) {
            List<List<Engine>> longer = new ArrayList<>();
            for (List<Engine> start : all) {
                for (Engine choice : engine) {
                    List<Engine> more = new ArrayList<>(start);
                    more.add(choice);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
