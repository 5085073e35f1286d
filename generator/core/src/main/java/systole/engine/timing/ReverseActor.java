package systole.engine.timing;

/** Takes a frame while the previous one leaves through a register. */
final class ReverseActor implements Actor {
    private final Feed in;
    private final Channel out;
    private final int frame;
    private int written;
    private int held;
    private int left;

    /** @param frame beats of a frame, of which two fit */
    ReverseActor(Feed in, Channel out, int frame) {
        this.in = in;
        this.out = out;
        this.frame = frame;
    }

    @Override
    public void step(long cycle) {
        boolean room = held < 2;
        boolean ready = held > 0;
        if (ready && out.hasRoom()) {
            out.put();
            left = (left + 1) % frame;
            held -= left == 0 ? 1 : 0;
        }
        if (room && in.hasBeat()) {
            in.take();
            written = (written + 1) % frame;
            held += written == 0 ? 1 : 0;
        }
    }
}
