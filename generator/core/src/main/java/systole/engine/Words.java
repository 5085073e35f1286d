package systole.engine;

import java.util.Locale;

/** Phrases that the descriptions of several engines use. */
public final class Words {
    private Words() {}

    /** A number with commas between its thousands. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** The elements of a frame as a number of pixels and channels. */
    public static String pixels(int elements, int channels) {
        return count(elements / channels) + " × " + channels + " elements";
    }
}
