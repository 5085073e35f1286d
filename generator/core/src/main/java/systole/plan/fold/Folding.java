package systole.plan.fold;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.plan.unit.WindowedEngine;

/**
 * An engine in one of its foldings, with what that takes.
 *
 * @param cycles of a frame
 * @param tail cycles that are left of a frame when the last of its input has come
 */
record Folding(Engine engine, long cycles, double tail, Cost cost) {
    static Folding of(Engine engine) {
        double share = engine instanceof WindowedEngine w ? w.passes().lastShare() : 0;
        return new Folding(engine, engine.cycles(), share * engine.cycles(), costOf(engine));
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
        List<Folding> quick = options.stream().filter(f -> f.cycles <= interval).toList();
        return quick.stream()
                .filter(f -> quick.stream().noneMatch(other -> other.undercuts(f)))
                .toList();
    }

    /** The first of the least price. */
    static Folding cheapest(List<Folding> options, ToDoubleFunction<Folding> price) {
        return options.stream().min(Comparator.comparingDouble(price)).orElseThrow();
    }

    private boolean undercuts(Folding other) {
        return !(cost.equals(other.cost) && tail == other.tail)
                && tail <= other.tail
                && cost.dsp() <= other.cost.dsp()
                && cost.lut() <= other.cost.lut()
                && cost.ramb18() <= other.cost.ramb18();
    }
}
