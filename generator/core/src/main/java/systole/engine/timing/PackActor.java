package systole.engine.timing;

/**
 * Joins the beats of each block into words, which wait in a register, behind a {@link Skid}. The last word of a block may
 * consist of fewer beats.
 */
public final class PackActor implements Actor {
    private final Skid in;
    private final Channel out;
    private final int ratio;
    private final int block;
    private int place;
    private int at;

    /**
     * A packer.
     *
     * @param ratio beats of a word
     * @param block beats of a block
     */
    public PackActor(Feed in, Channel out, int ratio, int block) {
        this.in = new Skid(in);
        this.out = out;
        this.ratio = ratio;
        this.block = block;
    }

    @Override
    public void step(long cycle) {
        if (out.hasRoom() && in.hasBeat()) {
            in.take();
            at = (at + 1) % block;
            place = at == 0 ? 0 : (place + 1) % ratio;
            if (place == 0) {
                out.put();
            }
        }
        in.step(cycle);
    }
}
