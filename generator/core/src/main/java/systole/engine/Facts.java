package systole.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures of a unit with their names in {@code plan.json}, in the order in which they are written. */
public record Facts(Map<String, Object> values) {
    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A single figure. */
    public static Facts of(String name, Object value) {
        return NONE.with(name, value);
    }

    /** These figures, followed by one more. */
    public Facts with(String name, Object value) {
        return with(new Facts(Map.of(name, value)));
    }

    /** These figures, followed by others. */
    public Facts with(Facts more) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(more.values);
        return new Facts(all);
    }
}
