package systole.report;

import java.util.Locale;

/** Numbers as the page shows them: thousands separated by commas, the same in every country. */
final class Figures {
    private Figures() {}

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A number with at most {@code places} decimals and without zeros at the end. */
    static String decimal(double value, int places) {
        String text = String.format(Locale.ROOT, "%,." + places + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** A share of 1. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A time in the unit that suits it. */
    static String time(double seconds) {
        if (seconds < 1e-3) {
            return decimal(seconds * 1e6, 1) + " µs";
        }
        return seconds < 1 ? decimal(seconds * 1e3, 2) + " ms" : decimal(seconds, 2) + " s";
    }

    static String bits(long bits) {
        return bits < 10_000 ? count(bits) + " bit" : decimal(bits / 1024.0, 1) + " Kbit";
    }
}
