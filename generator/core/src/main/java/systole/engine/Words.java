package systole.engine;

import java.util.Locale;

/** Phrases that descriptions of engines have in common. */
public final class Words {
    private Words() {}

    /** A number with its thousands separated by commas. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Elements of a frame as pixels of so many channels. */
    public static String pixels(int elements, int channels) {
        return count(elements / channels) + " × " + channels + " elements";
    }
}
