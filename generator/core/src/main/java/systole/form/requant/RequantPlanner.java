package systole.form.requant;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.form.requant.MultiplyShiftSearch.Variant;
import systole.network.Range;
import systole.op.RequantTask;
import systole.target.chip.DspSlice;

/**
 * Chooses the hardware form of a requantizer, which is the first form in the order of preference that computes it
 * exactly.
 */
public final class RequantPlanner {
    private record Preference(Variant variant, int dsps) {}

    /** The preferred forms, the cheapest first. ThresholdForm come after these. */
    private static final List<Preference> PREFERENCES = List.of(
            new Preference(Variant.ONE_ADD, 0),
            new Preference(Variant.ADD_BY_SIGN, 0),
            new Preference(Variant.TIES_TO_EVEN, 0),
            new Preference(Variant.ONE_ADD, 1),
            new Preference(Variant.ADD_BY_SIGN, 1),
            new Preference(Variant.ONE_ADD, 2),
            new Preference(Variant.ADD_BY_SIGN, 2),
            new Preference(Variant.TIES_TO_EVEN, 1),
            new Preference(Variant.TIES_TO_EVEN, 2),
            new Preference(Variant.ONE_ADD, 4),
            new Preference(Variant.ADD_BY_SIGN, 4),
            new Preference(Variant.TIES_TO_EVEN, 4));

    private RequantPlanner() {}

    /**
     * Chooses the form to build, which is proved equal to the task.
     *
     * @param slice multiplies, if the form has products
     * @throws IllegalArgumentException if the function is not monotone
     * @throws RefusedException if no form computes it
     */
    public static RequantForm choose(RequantTask task, DspSlice slice) {
        return AffineForm.narrow(task, slice).map(RequantForm.class::cast).orElseGet(() -> search(task, slice));
    }

    private static RequantForm search(RequantTask task, DspSlice slice) {
        Steps[] steps = Steps.all(task);
        RequantForm form = multiplyShift(task, steps, slice)
                .map(RequantForm.class::cast)
                .or(() -> thresholds(steps))
                .or(() -> AffineForm.of(task, slice))
                .orElseThrow(() -> refusal(task));
        RequantProof.of(task, form, steps).difference().ifPresent(difference -> {
            throw new IllegalStateException("the form that was chosen is not the requantizer: " + difference);
        });
        return form;
    }

    private static Optional<MultiplyShift> multiplyShift(RequantTask task, Steps[] steps, DspSlice slice) {
        MultiplyShiftSearch search = new MultiplyShiftSearch(task, steps);
        Map<Variant, Optional<MultiplyShift>> found = new EnumMap<>(Variant.class);
        return PREFERENCES.stream()
                .flatMap(wish -> found.computeIfAbsent(wish.variant(), search::narrowest).stream()
                        .filter(form -> form.dsps(slice) <= wish.dsps()))
                .findFirst();
    }

    /** ThresholdForm for every channel, if each channel reaches at most 2^8 outputs. */
    static Optional<ThresholdForm> thresholds(Steps[] steps) {
        int base = Arrays.stream(steps).mapToInt(Steps::first).min().orElseThrow();
        int top = Arrays.stream(steps).mapToInt(Steps::last).max().orElseThrow();
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(top - base);
        if (bits > ThresholdForm.MAX_BITS) {
            return Optional.empty();
        }
        int accBits = Arrays.stream(steps).mapToInt(Steps::activeBits).max().orElseThrow();
        long[][] rows = Arrays.stream(steps)
                .map(channel -> row(channel, accBits, base, (1 << bits) - 1))
                .toArray(long[][]::new);
        return Optional.of(new ThresholdForm(accBits, base, rows));
    }

    private static long[] row(Steps channel, int accBits, int base, int count) {
        long[] row = new long[count];
        Arrays.fill(row, ThresholdForm.never(accBits));
        Arrays.fill(row, 0, channel.first() - base, ThresholdForm.always(accBits));
        for (int output = channel.first() + 1; output <= channel.last(); output++) {
            row[output - base - 1] = channel.position(output);
        }
        return row;
    }

    private static RefusedException refusal(RequantTask task) {
        long lo = task.reachable().stream().mapToLong(Range::lo).min().orElseThrow();
        long hi = task.reachable().stream().mapToLong(Range::hi).max().orElseThrow();
        return RefusedException.of(
                SourceRef.NONE,
                "no multiplication of up to 4 DSP slices computes this requantizer exactly for accumulators "
                        + new Range(lo, hi) + ", and outputs " + new Range(task.lo(), task.hi())
                        + " are too many for thresholds",
                "use a scale or a rounding with fewer bits, or an output of 8 bits");
    }
}
