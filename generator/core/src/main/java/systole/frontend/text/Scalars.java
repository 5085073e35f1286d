package systole.frontend.text;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import systole.diagnostic.Problems;
import systole.diagnostic.Suggestions;

/** Turns values into numbers and words. A value that does not fit is reported and replaced by a plausible one. */
final class Scalars {
    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    /** An integer in min..max. Messages call it {@code name}. */
    long whole(String name, Written value, long min, long max) {
        OptionalLong number = value instanceof Written.Num n ? parseWhole(n.text()) : OptionalLong.empty();
        if (number.isEmpty()) {
            boolean huge = value instanceof Written.Num n && n.text().matches("[+-]?[0-9]+");
            String problem = huge ? " is out of range: " : " must be an integer, not ";
            String hint = huge
                    ? range(min, max)
                    : unquoted(value, text -> parseWhole(text).isPresent());
            problems.add(value.where(), name + problem + value.described(), hint);
        } else if (number.getAsLong() < min || number.getAsLong() > max) {
            problems.add(value.where(), name + " is out of range: " + number.getAsLong(), range(min, max));
        } else {
            return number.getAsLong();
        }
        return Math.max(min, Math.min(max, 1));
    }

    int integer(String name, Written value, int min, int max) {
        return (int) whole(name, value, min, max);
    }

    /** A list of integers; a single number is a list of one. */
    List<Integer> integers(String name, Written value, int min, int max) {
        if (value instanceof Written.Items items && !items.values().isEmpty()) {
            return items.values().stream().map(v -> integer(name, v, min, max)).toList();
        }
        if (value instanceof Written.Items) {
            problems.add(value.where(), name + " is an empty list", "");
            return List.of(Math.max(min, Math.min(max, 1)));
        }
        return List.of(integer(name, value, min, max));
    }

    /** A finite number. */
    double number(String name, Written value) {
        OptionalDouble number = value instanceof Written.Num n
                ? OptionalDouble.of(Double.parseDouble(n.text()))
                : OptionalDouble.empty();
        if (number.isEmpty()) {
            problems.add(value.where(), name + " must be a number, not " + value.described(), "");
        } else if (Double.isInfinite(number.getAsDouble())) {
            problems.add(value.where(), name + " is too large: " + value.described(), "a 64-bit float must hold it");
        } else {
            return number.getAsDouble();
        }
        return 1;
    }

    /** One of the allowed words. */
    String word(String name, Written value, List<String> allowed) {
        String word = value instanceof Written.Word w ? w.name() : "";
        if (allowed.contains(word)) {
            return word;
        }
        String hint = unquoted(value, allowed::contains);
        problems.add(
                value.where(),
                name + " cannot be " + value.described(),
                hint.isEmpty() ? Suggestions.didYouMeanOr(word, allowed, "it is one of ") : hint);
        return allowed.get(0);
    }

    /** Advice for a value that is right but for its quotes; otherwise empty. */
    private static String unquoted(Written value, Predicate<String> right) {
        return value instanceof Written.Text t && right.test(t.text()) ? "write " + t.text() + " without quotes" : "";
    }

    private static OptionalLong parseWhole(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static String range(long min, long max) {
        if (max == Integer.MAX_VALUE || max == Long.MAX_VALUE) {
            return min == Integer.MIN_VALUE || min == Long.MIN_VALUE
                    ? "it must fit into " + (max == Integer.MAX_VALUE ? 32 : 64) + " bits"
                    : "it is at least " + min;
        }
        return "it is from " + min + " to " + max;
    }
}
