package systole.target.resource;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How much of each resource there is, or how much is needed. What is not named is 0, and nothing is negative. */
public final class ResourceVector {
    private static final List<ResourceKind> KINDS = List.of(ResourceKind.values());

    /** Nothing. */
    public static final ResourceVector NONE = new ResourceVector(new int[KINDS.size()]);

    private final int[] counts;

    private ResourceVector(int[] counts) {
        this.counts = counts;
    }

    /**
     * Of several resources, counted as their keys count them.
     *
     * @throws IllegalArgumentException naming a resource of which there would be less than nothing, or more than can be
     *     counted
     */
    public static ResourceVector counted(Map<ResourceKind, Integer> counts) {
        ResourceVector all = NONE;
        for (ResourceKind kind : KINDS) {
            int count = counts.getOrDefault(kind, 0);
            int most = Integer.MAX_VALUE / kind.each();
            if (count > most) {
                throw new IllegalArgumentException(kind.key() + " must be at most " + most + ", not '" + count + "'");
            }
            requireNotNegative(kind, count);
            all = all.with(kind, kind.each() * count);
        }
        return all;
    }

    /** Of one resource. */
    public static ResourceVector of(ResourceKind kind, int count) {
        return NONE.with(kind, count);
    }

    /** Look-up tables only. */
    public static ResourceVector luts(int count) {
        return of(ResourceKind.LUT, count);
    }

    /** DSP slices only. */
    public static ResourceVector dsps(int count) {
        return of(ResourceKind.DSP, count);
    }

    /** How much there is of one resource. */
    public int of(ResourceKind kind) {
        return counts[KINDS.indexOf(kind)];
    }

    public int dsp() {
        return of(ResourceKind.DSP);
    }

    public int lut() {
        return of(ResourceKind.LUT);
    }

    public int ff() {
        return of(ResourceKind.FF);
    }

    public int ramb18() {
        return of(ResourceKind.RAMB18);
    }

    public int uram() {
        return of(ResourceKind.URAM);
    }

    /**
     * The same with another count of one resource.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ResourceVector with(ResourceKind kind, int count) {
        requireNotNegative(kind, count);
        int[] changed = counts.clone();
        changed[KINDS.indexOf(kind)] = count;
        return new ResourceVector(changed);
    }

    private static void requireNotNegative(ResourceKind kind, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(kind.key() + " must not be negative, not '" + count + "'");
        }
    }

    public ResourceVector plus(ResourceVector other) {
        int[] sum = counts.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.counts[i];
        }
        return new ResourceVector(sum);
    }

    /** So many times as much of everything. */
    public ResourceVector times(int n) {
        int[] product = counts.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= n;
        }
        return new ResourceVector(product);
    }

    /** Whether there is at most as much of everything as in another vector. */
    public boolean within(ResourceVector most) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > most.counts[i]) {
                return false;
            }
        }
        return true;
    }

    /** The resources of which there is something, in the order of {@link ResourceKind}. */
    public List<ResourceKind> kinds() {
        return KINDS.stream().filter(k -> of(k) > 0).toList();
    }

    /** The counts of {@link #kinds}, in their order, which is the same in every run of the program. */
    public Map<ResourceKind, Integer> counts() {
        Map<ResourceKind, Integer> counts = new EnumMap<>(ResourceKind.class);
        kinds().forEach(kind -> counts.put(kind, of(kind)));
        return counts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceVector that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return counts().toString();
    }
}
