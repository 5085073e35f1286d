package systole.layer.support;

import java.util.List;
import systole.layer.ArgumentWriter;

/** Writes pairs [height, width]. */
public final class PairArguments {
    private PairArguments() {}

    /** Writes a pair unless it is the default. If both numbers are equal, it writes only one. */
    public static void write(String key, int height, int width, List<Integer> otherwise, ArgumentWriter out) {
        if (List.of(height, width).equals(otherwise)) {
            return;
        }
        if (height == width) {
            out.integer(key, height);
        } else {
            out.integers(key, List.of(height, width));
        }
    }
}
