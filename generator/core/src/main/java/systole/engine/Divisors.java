package systole.engine;

import java.util.List;
import java.util.stream.IntStream;

/** Divisors and quotients of whole numbers. */
public final class Divisors {
    private Divisors() {}

    /** The divisors of a number, in ascending order. */
    public static List<Integer> of(int n) {
        return IntStream.rangeClosed(1, n).filter(d -> n % d == 0).boxed().toList();
    }

    /** The greatest divisor that two numbers have in common. */
    public static int common(int a, int b) {
        return b == 0 ? a : common(b, a % b);
    }

    /** The quotient {@code a / b}, rounded up. */
    public static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }
}
