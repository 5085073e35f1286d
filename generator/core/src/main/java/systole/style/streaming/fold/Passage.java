package systole.style.streaming.fold;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import systole.engine.Engine;
import systole.engine.Pace;
import systole.engine.Tempo;

/**
 * Estimates when the parts of a frame leave each engine. The frame is the first one, so all engines are empty. Storage
 * is assumed to be sufficient, and streams to be as wide as needed. An engine computes a part as soon as the needed
 * input has arrived and the previous part is done. The estimate takes microseconds, whereas stepping the exact schedule
 * takes seconds.
 */
final class Passage {
    /** The most parts that an output frame is divided into. */
    private static final int PARTS = 128;

    private static final double ROUNDING = 1e-9;

    private final List<List<Integer>> sources;
    /** For each engine, source and part: the last part of the source that is needed. */
    private final int[][][] needed;

    private final double[][] start;

    /** For each engine, the streams that it and all engines behind it read and write. */
    private final int[] streams;

    /**
     * Prepares the estimate for engines that stand behind their sources.
     *
     * @param engines the engines, in any folding
     * @param sources for each engine, the indices of the engines that it reads; -1 is the network's input
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
            Pace pace = engine.pace();
            int out = pace.parts(PARTS, most);
            start[e] = new double[out];
            needed[e] = Arrays.stream(in).mapToObj(n -> needed(pace, out, n)).toArray(int[][]::new);
        }
        this.streams = new int[engines.size() + 1];
        for (int e = engines.size() - 1; e >= 0; e--) {
            streams[e] = streams[e + 1] + needed[e].length + 1;
        }
    }

    private static int[] needed(Pace pace, int parts, int of) {
        return IntStream.range(0, parts)
                .map(part -> Math.max(0, (int) Math.ceil(pace.share(part, parts) * of - ROUNDING) - 1))
                .toArray();
    }

    /** Cycles from a frame's first beat in to its last beat out. */
    double latency(List<Candidate> chosen) {
        return end(from(0, chosen, start));
    }

    /** The same, from times that are already known. */
    static double end(double[][] times) {
        double[] last = times[times.length - 1];
        return last[last.length - 1];
    }

    double[][] times(List<Candidate> chosen) {
        return from(0, chosen, start);
    }

    /** How long {@link #from} takes, in streams. */
    int effort(int first) {
        return streams[first];
    }

    /** The times of all parts of all engines. Engines before {@code first} keep the times that they had. */
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
            int[] parts = needed[e][s];
            for (int part = 0; part < ready.length; part++) {
                double last = arrived[parts[part]];
                if (last > ready[part]) {
                    ready[part] = last;
                }
            }
        }
        return tempo.left(ready);
    }
}
