package systole.engine.timing;

/** Puts out each block of beats several times. During the last time, the beats are freed one by one. */
public final class RepeatActor implements Actor {
    private final Feed in;
    private final Channel out;
    private final int block;
    private final int times;
    private final int depth;
    private int at;
    private int time;
    private int unread;
    private int held;
    private int peak;

    /**
     * A repeater.
     *
     * @param block beats of a block
     * @param depth beats that it holds, not counting the one in its output register
     */
    public RepeatActor(Feed in, Channel out, int block, int times, int depth) {
        this.in = in;
        this.out = out;
        this.block = block;
        this.times = times;
        this.depth = depth;
    }

    @Override
    public void step(long cycle) {
        boolean room = held < depth;
        if ((time > 0 || unread > 0) && out.hasRoom()) {
            out.put();
            unread -= time == 0 ? 1 : 0;
            held -= time == times - 1 ? 1 : 0;
            at = (at + 1) % block;
            time = at > 0 ? time : (time + 1) % times;
        }
        if (room && in.hasBeat()) {
            in.take();
            unread++;
            peak = Math.max(peak, ++held);
        }
    }

    @Override
    public int peak() {
        return peak;
    }
}
