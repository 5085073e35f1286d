package systole.engine.timing;

/**
 * Works on batches of beats. It holds two of them, so that one arrives while the other is worked on. The first beat of
 * a batch leaves {@code wait} cycles after the work on it begins, and then one beat leaves each cycle. Every beat takes
 * {@code latency} cycles to the output.
 */
final class BatchActor implements Actor {
    private final Feed in;
    private final Delay delay;
    private final int count;
    private final int wait;
    private final int latency;
    private int read;
    private int held;
    private int left;
    private long leaves;

    /**
     * An actor for batches.
     *
     * @param count beats of a batch
     * @param limit the most beats that may be on their way out
     */
    BatchActor(Feed in, Channel out, int count, int wait, int latency, int limit) {
        this.in = in;
        this.delay = new Delay(out, limit);
        this.count = count;
        this.wait = wait;
        this.latency = latency;
    }

    @Override
    public void step(long cycle) {
        if (left == 0 && held > 0) {
            left = count;
            leaves = cycle + wait;
        }
        boolean free = held < 2;
        if (left > 0 && cycle >= leaves && delay.hasRoom()) {
            delay.start(cycle + latency);
            left--;
            held -= left == 0 ? 1 : 0;
        }
        if (free && in.hasBeat()) {
            in.take();
            read = (read + 1) % count;
            held += read == 0 ? 1 : 0;
        }
        delay.step(cycle);
    }
}
