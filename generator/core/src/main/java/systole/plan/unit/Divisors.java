package systole.plan.unit;

import java.util.List;
import java.util.stream.IntStream;

/** Divisors, in ascending order. */
final class Divisors {
    private Divisors() {}

    static List<Integer> of(int n) {
        return IntStream.rangeClosed(1, n).filter(d -> n % d == 0).boxed().toList();
    }
}
