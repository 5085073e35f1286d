package systole.engine.timing;

import java.util.ArrayDeque;

/**
 * Beats on their way to an output FIFO and in it, at most {@code limit} of them. A beat that is taken out makes room
 * for another in the next cycle.
 */
final class Delay {
    private final ArrayDeque<Long> due = new ArrayDeque<>();
    private final Channel out;
    private final int limit;
    private long started;
    private long taken;
    private long peak;

    Delay(Channel out, int limit) {
        this.out = out;
        this.limit = limit;
    }

    boolean hasRoom() {
        return started - taken < limit;
    }

    /** Starts a beat that can be taken from {@code cycle} on, but not before the beats that were started earlier. */
    void start(long cycle) {
        due.add(cycle);
        started++;
        peak = Math.max(peak, started - taken);
    }

    /** Ends a cycle. */
    void step(long cycle) {
        while (!due.isEmpty() && due.peek() <= cycle + 1) {
            due.poll();
            out.put();
        }
        taken = out.taken();
    }

    /** The most beats that were ever under way. */
    int peak() {
        return (int) peak;
    }
}
