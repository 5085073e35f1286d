package systole.form.requant;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steps that all bound the add from the same side. An upper bound is entered mirrored, both x and level negated, so
 * that every fence bounds from below.
 *
 * <p>With ties to even, a product of exactly {@code level << shift} does not reach an odd level: its target is one
 * more. Odd levels then have a hull of their own.
 */
final class Fence {
    private final boolean tiesToEven;
    private final int oddOffset;
    private final Hull even = new Hull();
    private final Hull odd = new Hull();

    /** @param oddOffset the amount that ties to even add to the target of an odd level: 1, or -1 if mirrored */
    Fence(boolean tiesToEven, int oddOffset) {
        this.tiesToEven = tiesToEven;
        this.oddOffset = oddOffset;
    }

    /** Adds a step, in ascending order of x. */
    void add(long x, long level) {
        (tiesToEven && (level & 1) == 1 ? odd : even).add(x, level);
    }

    /** The line that bounds tightest at a multiplier; empty where nothing bounds. */
    Optional<StepLine> tightest(long multiplier, int shift) {
        return Stream.of(line(even, 0, multiplier, shift), line(odd, oddOffset, multiplier, shift))
                .flatMap(Optional::stream)
                .reduce((a, b) -> b.at(multiplier) > a.at(multiplier) ? b : a);
    }

    private static Optional<StepLine> line(Hull hull, int offset, long multiplier, int shift) {
        if (hull.isEmpty()) {
            return Optional.empty();
        }
        StepLine line = hull.highest(multiplier, shift);
        return Optional.of(new StepLine(line.x(), line.target() + offset));
    }
}
