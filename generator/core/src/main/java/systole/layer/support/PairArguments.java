package systole.layer.support;

import java.util.List;
import systole.layer.ArgumentWriter;

/** How a pair [height, width] is written. */
public final class PairArguments {
    private PairArguments() {}

    /** Writes a pair unless it is the default, and as a single number if both are equal. */
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
