package systole.plan.fold;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.plan.unit.WindowedEngine;

/**
 * An engine in one of its foldings, with its cycles and its cost.
 *
 * @param cycles the cycles of a frame
 * @param tempo the parts that these cycles consist of
 * @param tail the cycles that a frame still needs after the last of its input has arrived
 */
record Folding(Engine engine, long cycles, Tempo tempo, double tail, Cost cost) {
    static Folding of(Engine engine) {
        double share = engine instanceof WindowedEngine w ? w.passes().lastShare() : 0;
        return new Folding(engine, engine.cycles(), Tempo.of(engine), share * engine.cycles(), costOf(engine));
    }

    /** The cost with a ring of about the size that the storage pass will give it. */
    private static Cost costOf(Engine engine) {
        if (engine instanceof WindowedEngine w && !w.passes().direct()) {
            return w.withRing(w.passes().leastRing() + w.passes().window().inW())
                    .cost();
        }
        return engine.cost();
    }

    /** The foldings that keep up with an interval, without those that are worse than another one in every respect. */
    static List<Folding> useful(List<Folding> options, long interval) {
        return useful(options, interval, Folding::tail);
    }

    /** The same, but a folding that takes fewer cycles is kept as well. */
    static List<Folding> swift(List<Folding> options, long interval) {
        return useful(options, interval, Folding::cycles);
    }

    private static List<Folding> useful(List<Folding> options, long interval, ToDoubleFunction<Folding> time) {
        List<Folding> quick = options.stream().filter(f -> f.cycles <= interval).toList();
        Set<List<Object>> known = new HashSet<>();
        return quick.stream()
                .filter(f -> known.add(List.of(f.cost, f.cycles, time.applyAsDouble(f))))
                .filter(f -> quick.stream().noneMatch(other -> other.undercuts(f, time)))
                .toList();
    }

    /** The folding with the least price; the first one if there are several. */
    static Folding cheapest(List<Folding> options, ToDoubleFunction<Folding> price) {
        return options.stream().min(Comparator.comparingDouble(price)).orElseThrow();
    }

    private boolean undercuts(Folding other, ToDoubleFunction<Folding> time) {
        double mine = time.applyAsDouble(this);
        double others = time.applyAsDouble(other);
        return !(cost.equals(other.cost) && mine == others)
                && mine <= others
                && cost.dsp() <= other.cost.dsp()
                && cost.lut() <= other.cost.lut()
                && cost.ramb18() <= other.cost.ramb18();
    }
}
