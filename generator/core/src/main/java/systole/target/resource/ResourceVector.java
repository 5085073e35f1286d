package systole.target.resource;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much there is of each resource; what is not named is 0.
 *
 * @param counts by kind, none negative
 */
public record ResourceVector(Map<ResourceKind, Integer> counts) {
    /** Nothing. */
    public static final ResourceVector NONE = new ResourceVector(Map.of());

    /** @throws IllegalArgumentException naming a resource of which there is less than nothing */
    public ResourceVector {
        EnumMap<ResourceKind, Integer> copy = new EnumMap<>(ResourceKind.class);
        counts.forEach((kind, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException(kind.key() + " must not be negative, not '" + count + "'");
            }
            if (count > 0) {
                copy.put(kind, count);
            }
        });
        counts = Collections.unmodifiableMap(copy);
    }

    /** Of one resource. */
    public int of(ResourceKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** The same with another count of one resource. */
    public ResourceVector with(ResourceKind kind, int count) {
        EnumMap<ResourceKind, Integer> changed = new EnumMap<>(ResourceKind.class);
        changed.putAll(counts);
        changed.put(kind, count);
        return new ResourceVector(changed);
    }
}
