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
 * An engine in one of its foldings, with what that takes.
 *
 * @param cycles of a frame
 * @param tempo how these go by
 * @param tail cycles that are left of a frame when the last of its input has come
 */
record Folding(Engine engine, long cycles, Tempo tempo, double tail, Cost cost) {
    static Folding of(Engine engine) {
        double share = engine instanceof WindowedEngine w ? w.passes().lastShare() : 0;
        return new Folding(engine, engine.cycles(), Tempo.of(engine), share * engine.cycles(), costOf(engine));
    }

    /** The cost with a ring as large as the storage pass will make it, about. */
    private static Cost costOf(Engine engine) {
        if (engine instanceof WindowedEngine w && !w.passes().direct()) {
            return w.withRing(w.passes().leastRing() + w.passes().window().inW())
                    .cost();
        }
        return engine.cost();
    }

    /** Those that keep up with an interval, without those that take more of everything than another one. */
    static List<Folding> useful(List<Folding> options, long interval) {
        return useful(options, interval, Folding::tail);
    }

    /** The same where cycles count, too. */
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

    /** The first of the least price. */
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
