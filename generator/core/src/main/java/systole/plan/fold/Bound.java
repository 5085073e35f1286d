package systole.plan.fold;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A limit on the amount of something that the foldings of all engines may take together. */
record Bound(ToDoubleFunction<Folding> amount, double most) {
    private static final double ROUNDING = 1e-6;

    double of(Folding folding) {
        return amount.applyAsDouble(folding);
    }

    boolean holds(List<Folding> chosen) {
        return chosen.stream().mapToDouble(amount).sum() <= most + ROUNDING;
    }

    /** The options of each engine that leave enough for the smallest options of all other engines. */
    List<List<Folding>> possible(List<List<Folding>> options) {
        double least = options.stream().mapToDouble(this::least).sum();
        return options.stream()
                .map(o -> {
                    double left = most - (least - least(o));
                    return o.stream().filter(f -> of(f) <= left + ROUNDING).toList();
                })
                .toList();
    }

    private double least(List<Folding> options) {
        return options.stream().mapToDouble(amount).min().orElseThrow();
    }
}
