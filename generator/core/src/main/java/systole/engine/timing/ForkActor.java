package systole.engine.timing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives each beat to several readers, to each as soon as it is ready. The next beat follows in the cycle after the one in
 * which the last of them has taken it.
 */
final class ForkActor implements Actor {
    private final Feed in;
    private final boolean[] taken;

    ForkActor(Feed in, int readers) {
        this.in = in;
        this.taken = new boolean[readers];
    }

    /** The streams of the readers. */
    List<Feed> outputs() {
        return IntStream.range(0, taken.length).mapToObj(this::output).toList();
    }

    private Feed output(int reader) {
        return new Feed() {
            @Override
            public boolean hasBeat() {
                return !taken[reader] && in.hasBeat();
            }

            @Override
            public void take() {
                taken[reader] = true;
            }
        };
    }

    /** Follows the readers in the same cycle. */
    @Override
    public void step(long cycle) {
        for (boolean reader : taken) {
            if (!reader) {
                return;
            }
        }
        in.take();
        Arrays.fill(taken, false);
    }
}
