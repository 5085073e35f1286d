package systole.style.streaming.fold;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What foldings may take together of something. */
record Bound(ToDoubleFunction<Candidate> amount, double most) {
    private static final double ROUNDING = 1e-6;

    double of(Candidate folding) {
        return amount.applyAsDouble(folding);
    }

    boolean holds(List<Candidate> chosen) {
        return chosen.stream().mapToDouble(amount).sum() <= most + ROUNDING;
    }

    /** Those of each engine's options that leave the others what they take at the least. */
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
