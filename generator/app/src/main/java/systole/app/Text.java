package systole.app;

import java.util.Locale;

/** Numbers in sentences, the same in every country. */
final class Text {
    private Text() {}

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Without decimals if there are none, with up to three otherwise. */
    static String number(double value) {
        return format("%,.3f", value).replaceAll("\\.?0+$", "");
    }

    /** A time in the unit that suits it. */
    static String seconds(double seconds) {
        if (seconds < 1e-3) {
            return format("%.1f us", seconds * 1e6);
        }
        return seconds < 1 ? format("%.1f ms", seconds * 1e3) : format("%.1f s", seconds);
    }
}
