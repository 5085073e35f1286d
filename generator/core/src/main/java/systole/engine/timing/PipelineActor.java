package systole.engine.timing;

import java.util.List;

/** Takes a beat of every input and puts out one beat {@code latency} cycles later. */
final class PipelineActor implements Actor {
    private final Feed in;
    private final Delay delay;
    private final int latency;

    /**
     * A pipeline.
     *
     * @param latency at least 1
     * @param limit the most beats that it holds
     */
    PipelineActor(List<Feed> in, Channel out, int latency, int limit) {
        this.in = Feeds.together(in);
        this.delay = new Delay(out, limit);
        this.latency = latency;
    }

    @Override
    public void step(long cycle) {
        if (delay.hasRoom() && in.hasBeat()) {
            in.take();
            delay.start(cycle + latency);
        }
        delay.step(cycle);
    }

    @Override
    public int peak() {
        return delay.peak();
    }
}
