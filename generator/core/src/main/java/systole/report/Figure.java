package systole.report;

import java.util.Optional;

/**
 * A figure of a design.
 *
 * @param name in words
 * @param unit empty for a number of things
 * @param value empty if it is not known, for instance because the design was not synthesized
 */
public record Figure(String name, String unit, Optional<Double> value) {
    static Figure of(String name, String unit, double value) {
        return new Figure(name, unit, Optional.of(value));
    }

    /** The name with the unit behind it. */
    public String title() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    /** The value with at most two decimals, or a dash. */
    public String text() {
        return value.map(v -> Figures.decimal(v, 2)).orElse("–");
    }
}
