package systole.engine.timing;

/**
 * Works on batches of beats, of which it holds two: one comes in while the other is worked on. That one begins to leave
 * {@code wait} cycles after it is begun, a beat a cycle, each under way for {@code latency} cycles.
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
     * @param limit beats on their way out
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
