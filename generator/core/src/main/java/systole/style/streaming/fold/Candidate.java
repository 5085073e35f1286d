package systole.style.streaming.fold;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import systole.engine.Engine;
import systole.engine.Pace;
import systole.engine.Tempo;
import systole.target.resource.ResourceVector;

/**
 * An engine in one of its foldings, with its cycles and its cost.
 *
 * @param cycles the cycles of a frame
 * @param tempo the parts that these cycles consist of
 * @param tail the cycles that a frame still needs after the last of its input has arrived
 */
record Candidate(Engine engine, long cycles, Tempo tempo, double tail, ResourceVector cost) {
    static Candidate of(Engine engine) {
        Pace pace = engine.pace();
        return new Candidate(
                engine,
                engine.cycles(),
                pace.tempo(),
                pace.lastShare() * engine.cycles(),
                engine.withUsualStorage().cost());
    }

    /** The foldings that keep up with an interval, without those that are worse than another one in every respect. */
    static List<Candidate> useful(List<Candidate> options, long interval) {
        return useful(options, interval, Candidate::tail);
    }

    /** The same, but a folding that takes fewer cycles is kept as well. */
    static List<Candidate> swift(List<Candidate> options, long interval) {
        return useful(options, interval, Candidate::cycles);
    }

    private static List<Candidate> useful(List<Candidate> options, long interval, ToDoubleFunction<Candidate> time) {
        List<Candidate> quick =
                options.stream().filter(f -> f.cycles <= interval).toList();
        Set<List<Object>> known = new HashSet<>();
        return quick.stream()
                .filter(f -> known.add(List.of(f.cost, f.cycles, time.applyAsDouble(f))))
                .filter(f -> quick.stream().noneMatch(other -> other.undercuts(f, time)))
                .toList();
    }

    /** The folding with the least price; the first one if there are several. */
    static Candidate cheapest(List<Candidate> options, ToDoubleFunction<Candidate> price) {
        return options.stream().min(Comparator.comparingDouble(price)).orElseThrow();
    }

    private boolean undercuts(Candidate other, ToDoubleFunction<Candidate> time) {
        double mine = time.applyAsDouble(this);
        double others = time.applyAsDouble(other);
        return mine <= others && cost.within(other.cost) && !(mine == others && cost.equals(other.cost));
    }
}
