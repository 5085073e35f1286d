package systole.form.curve;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the form of a function from int16 to int16: a line if the function is one, otherwise the cheapest segments.
 */
public final class CurvePlanner {
    private static final int MAX_SHIFT = 15;

    /** The most bits of the corrections of a smooth function, and those that are enough for any function. */
    private static final int SMOOTH = 8;

    private static final int ANY = 16;

    private CurvePlanner() {}

    /** The form to build, proved equal to the function for every argument. */
    public static Curve choose(IntUnaryOperator function) {
        int[] values = arguments().map(function).toArray();
        IntUnaryOperator f = x -> values[x - Short.MIN_VALUE];
        return line(f).map(Curve.class::cast).orElseGet(() -> segments(f));
    }

    /** True if a form computes the function for every argument. */
    public static boolean equal(Curve curve, IntUnaryOperator f) {
        return arguments().allMatch(x -> curve.apply(x) == f.applyAsInt(x));
    }

    private static IntStream arguments() {
        return IntStream.rangeClosed(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static Optional<LimitedLine> line(IntUnaryOperator f) {
        int low = f.applyAsInt(Short.MIN_VALUE);
        int high = f.applyAsInt(Short.MAX_VALUE);
        int first = arguments().filter(x -> f.applyAsInt(x) != low).findFirst().orElse(Short.MAX_VALUE);
        int last = IntStream.rangeClosed(Short.MIN_VALUE, Short.MAX_VALUE)
                .map(x -> -1 - x)
                .filter(x -> f.applyAsInt(x) != high)
                .findFirst()
                .orElse(Short.MIN_VALUE);
        return IntStream.rangeClosed(0, MAX_SHIFT)
                .mapToObj(s -> new LimitedLine(s, first, last, (short) (f.applyAsInt(first) - (first << s)), low, high))
                .filter(line -> equal(line, f))
                .findFirst();
    }

    private static Segments segments(IntUnaryOperator f) {
        int mirror = f.applyAsInt(1) + f.applyAsInt(-1);
        boolean mirrored = arguments()
                .filter(x -> x < 0)
                .allMatch(x -> f.applyAsInt(x) + f.applyAsInt(Math.min(-x, Short.MAX_VALUE)) == mirror);
        SegmentFit fit = new SegmentFit(f, mirrored, mirror);
        return cheapest(fit, f, SMOOTH)
                .or(() -> cheapest(fit, f, ANY))
                .orElseThrow(() -> new IllegalStateException("corrections of 16 bits suit every function"));
    }

    private static Optional<Segments> cheapest(SegmentFit fit, IntUnaryOperator f, int maxRest) {
        return Stream.of(1, 3)
                .flatMap(factor ->
                        IntStream.rangeClosed(2, 11).boxed().flatMap(bits -> fit.of(factor, bits, maxRest).stream()))
                .filter(curve -> equal(curve, f))
                .min(Comparator.comparingInt(SegmentFit::luts));
    }
}
