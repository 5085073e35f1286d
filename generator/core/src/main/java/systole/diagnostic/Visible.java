package systole.diagnostic;

import java.util.Locale;

/**
 * Text as it may be shown to people. Characters that a terminal takes for commands, and those that hide others or change
 * their order, are written as in {@code \u001b}.
 */
public final class Visible {
    private static final String CUT = " ... ";

    private Visible() {}

    /** A text of several lines. */
    public static String text(String text) {
        return shown(text, "\n\t");
    }

    /**
     * A text on one line. Of a long text, the middle is left out.
     *
     * @param most the greatest number of characters of the text that are shown
     */
    public static String line(String text, int most) {
        return shown(shortened(text, most), "");
    }

    /** A text of which the middle is left out if it has more characters. */
    public static String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most / 2) + CUT + text.substring(text.length() - (most - most / 2));
    }

    private static String shown(String text, String allowed) {
        if (text.codePoints().noneMatch(c -> hidden(c) && allowed.indexOf(c) < 0)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (hidden(c) && allowed.indexOf(c) < 0) {
                out.append(String.format(Locale.ROOT, Character.isBmpCodePoint(c) ? "\\u%04x" : "\\u{%x}", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Whether a character is not shown as itself. */
    static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
