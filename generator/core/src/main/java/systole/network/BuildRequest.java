package systole.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import systole.diagnostic.SourceRef;

/**
 * A request for the hardware of a layer. The planner chooses what the request leaves open.
 *
 * @param engine the kind of engine; empty for any
 * @param keys the keys of the engine's folding with their values, in the order in which they were written
 * @param where it was asked for, so that a refusal points there
 */
public record BuildRequest(String engine, Map<String, String> keys, SourceRef where) {
    public BuildRequest {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * A request for an engine of any kind that computes {@code pe} output channels and consumes {@code simd} inputs at
     * once.
     *
     * @throws IllegalArgumentException if one of them is below 1
     */
    public static BuildRequest fold(int pe, int simd, SourceRef where) {
        if (pe < 1 || simd < 1) {
            throw new IllegalArgumentException("folding factors are at least 1, not pe = " + pe + " simd = " + simd);
        }
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("pe", String.valueOf(pe));
        keys.put("simd", String.valueOf(simd));
        return new BuildRequest("", keys, where);
    }

    /** True if an engine of this kind with these keys of its folding meets the request. */
    public boolean isMetBy(String kind, Map<String, String> folding) {
        return (engine.isEmpty() || engine.equals(kind)) && folding.entrySet().containsAll(keys.entrySet());
    }

    /**
     * The request in the text form: {@code pe = 8 simd = 9}, or {@code array(pe = 8, simd = 9)} if it names an engine.
     */
    public String text() {
        String all = keys.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(engine.isEmpty() ? " " : ", "));
        return engine.isEmpty() ? all : engine + "(" + all + ")";
    }
}
