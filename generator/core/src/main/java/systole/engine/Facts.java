package systole.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures of a unit by the names that they have in {@code plan.json}, in their order. */
public record Facts(Map<String, Object> values) {
    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A single one. */
    public static Facts of(String name, Object value) {
        return NONE.with(name, value);
    }

    /** One more, behind the others. */
    public Facts with(String name, Object value) {
        return with(new Facts(Map.of(name, value)));
    }

    /** These and then those. */
    public Facts with(Facts more) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(more.values);
        return new Facts(all);
    }
}
