package systole.style.streaming.fold;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import systole.engine.Engine;
import systole.engine.Progress;
import systole.engine.Tempo;

/**
 * When the parts of a frame leave each engine, about. The first frame finds all engines empty; storage is taken to
 * suffice and streams to be as wide as need be. An engine computes a part as soon as what it needs has come and the part
 * before is done. It takes microseconds to tell about what the schedule takes seconds to tell exactly.
 */
final class Passage {
    /** The most parts that an output frame is looked at in. */
    private static final int PARTS = 128;

    private static final double ROUNDING = 1e-9;

    private final List<List<Integer>> sources;
    /** By engine, source and part: the last part of the source that is needed. */
    private final int[][][] needed;

    private final double[][] start;

    /**
     * For engines in an order in which each follows on its sources.
     *
     * @param engines in any folding
     * @param sources the engines that each reads, by place; the input is -1
     */
    Passage(List<Engine> engines, List<List<Integer>> sources) {
        this.sources = sources;
        this.needed = new int[engines.size()][][];
        this.start = new double[engines.size()][];
        for (int e = 0; e < engines.size(); e++) {
            Engine engine = engines.get(e);
            int[] in = sources.get(e).stream()
                    .mapToInt(s -> s < 0 ? PARTS : start[s].length)
                    .toArray();
            int most = Arrays.stream(in).max().orElse(1);
            Progress progress = engine.progress();
            int out = progress.parts(PARTS, most);
            start[e] = new double[out];
            needed[e] =
                    Arrays.stream(in).mapToObj(n -> needed(progress, out, n)).toArray(int[][]::new);
        }
    }

    private static int[] needed(Progress progress, int parts, int of) {
        return IntStream.range(0, parts)
                .map(part -> Math.max(0, (int) Math.ceil(progress.share(part, parts) * of - ROUNDING) - 1))
                .toArray();
    }

    /** Cycles from a frame's first beat in to its last beat out. */
    double latency(List<Candidate> chosen) {
        return end(from(0, chosen, start));
    }

    /** The same of times already told. */
    static double end(double[][] times) {
        double[] last = times[times.length - 1];
        return last[last.length - 1];
    }

    double[][] times(List<Candidate> chosen) {
        return from(0, chosen, start);
    }

    /** The times of all parts of all engines, if engines before {@code first} are folded as they were. */
    double[][] from(int first, List<Candidate> chosen, double[][] before) {
        double[][] times = before.clone();
        for (int e = first; e < times.length; e++) {
            times[e] = times(e, chosen.get(e).tempo(), times);
        }
        return times;
    }

    private double[] times(int e, Tempo tempo, double[][] all) {
        double[] ready = new double[start[e].length];
        for (int s = 0; s < needed[e].length; s++) {
            int source = sources.get(e).get(s);
            double[] arrived = tempo.written(source < 0 ? new double[PARTS] : all[source]);
            for (int part = 0; part < ready.length; part++) {
                ready[part] = Math.max(ready[part], arrived[needed[e][s][part]]);
            }
        }
        return tempo.left(ready);
    }
}
