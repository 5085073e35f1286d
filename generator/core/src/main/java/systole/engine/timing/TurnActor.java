package systole.engine.timing;

/** Takes a block while the previous one leaves through a register. */
final class TurnActor implements Actor {
    private final Feed in;
    private final Channel out;
    private final int block;
    private int written;
    private int held;
    private int left;

    /** @param block beats of a block, of which two fit */
    TurnActor(Feed in, Channel out, int block) {
        this.in = in;
        this.out = out;
        this.block = block;
    }

    @Override
    public void step(long cycle) {
        boolean room = held < 2;
        boolean ready = held > 0;
        if (ready && out.hasRoom()) {
            out.put();
            left = (left + 1) % block;
            held -= left == 0 ? 1 : 0;
        }
        if (room && in.hasBeat()) {
            in.take();
            written = (written + 1) % block;
            held += written == 0 ? 1 : 0;
        }
    }
}
