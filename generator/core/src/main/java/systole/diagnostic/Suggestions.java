package systole.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that was probably meant by a misspelt one. */
public final class Suggestions {
    /** Words longer than this are not mistyped names. */
    private static final int MAX_LENGTH = 80;

    /** The most candidates of about the same length that are compared letter by letter. */
    private static final int MAX_COMPARED = 1_000;

    /** Words with fewer letters are the beginning of too many others. */
    private static final int MIN_BEGINNING = 4;

    private Suggestions() {}

    /** The hint "did you mean 'stride'?" if a candidate is close enough, otherwise empty. */
    public static String didYouMean(String word, Collection<String> candidates) {
        return closest(word, candidates).map(c -> "did you mean '" + c + "'?").orElse("");
    }

    /** Like {@link #didYouMean}, but if nothing is close, the hint lists all candidates behind {@code introduction}. */
    public static String didYouMeanOr(String word, Collection<String> candidates, String introduction) {
        return closest(word, candidates)
                .map(c -> "did you mean '" + c + "'?")
                .orElseGet(() -> introduction + candidates.stream().collect(Collectors.joining(", ")));
    }

    /**
     * The candidate nearest to the word, if at most a third of the word's letters are wrong; ties go to the first. If there
     * is none, the first candidate that begins with the word.
     */
    public static Optional<String> closest(String word, Collection<String> candidates) {
        if (word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, word.length() / 3);
        record Scored(String candidate, int distance) {}
        return candidates.stream()
                .filter(c -> !c.equals(word) && Math.abs(c.length() - word.length()) <= limit)
                .limit(MAX_COMPARED)
                .map(c -> new Scored(c, distance(lower, c.toLowerCase(Locale.ROOT))))
                .filter(s -> s.distance() <= limit && s.distance() < word.length())
                .min(Comparator.comparingInt(Scored::distance))
                .map(Scored::candidate)
                .or(() -> beginning(lower, candidates));
    }

    private static Optional<String> beginning(String word, Collection<String> candidates) {
        return word.length() < MIN_BEGINNING
                ? Optional.empty()
                : candidates.stream()
                        .filter(c -> c.length() > word.length()
                                && c.toLowerCase(Locale.ROOT).startsWith(word))
                        .findFirst();
    }

    /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours, each counting 1. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
