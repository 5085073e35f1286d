package systole.style.streaming.fold;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A limit on the amount of something that the foldings of all engines may take together. */
record Bound(ToDoubleFunction<Candidate> amount, double most) {
    private static final double ROUNDING = 1e-6;

    double of(Candidate folding) {
        return amount.applyAsDouble(folding);
    }

    boolean holds(List<Candidate> chosen) {
        return chosen.stream().mapToDouble(amount).sum() <= most + ROUNDING;
    }

    /** The options of each engine that leave enough for the smallest options of all other engines. */
    List<List<Candidate>> possible(List<List<Candidate>> options) {
        double least = options.stream().mapToDouble(this::least).sum();
        return options.stream()
                .map(o -> {
                    double left = most - (least - least(o));
                    return o.stream().filter(f -> of(f) <= left + ROUNDING).toList();
                })
                .toList();
    }

    private double least(List<Candidate> options) {
        return options.stream().mapToDouble(amount).min().orElseThrow();
    }
}
