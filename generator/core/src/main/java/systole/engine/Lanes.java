package systole.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The folding of an engine that processes several elements side by side.
 *
 * @param pe the number of elements at once
 */
public record Lanes(int pe) implements Folding {
    /**
     * The key {@code simd} is always 1. It is there so that {@code pe} and {@code simd} can be requested as for an
     * array.
     */
    @Override
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("pe", String.valueOf(pe));
        keys.put("simd", "1");
        return keys;
    }

    @Override
    public String brief() {
        return pe + (pe == 1 ? " lane" : " lanes");
    }
}
