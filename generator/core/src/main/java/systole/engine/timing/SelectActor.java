package systole.engine.timing;

/** Passes on some beats of each round in the cycle in which they come. The others are taken as they come and dropped. */
final class SelectActor implements Feed, Actor {
    private final Feed in;
    private final boolean[] kept;
    private int at;
    private boolean read;

    /** @param kept for each beat of a round, whether it is passed on; at least one is */
    SelectActor(Feed in, boolean[] kept) {
        this.in = in;
        this.kept = kept;
    }

    @Override
    public boolean hasBeat() {
        return !read && kept[at] && in.hasBeat();
    }

    @Override
    public void take() {
        next();
        read = true;
    }

    private void next() {
        in.take();
        at = (at + 1) % kept.length;
    }

    /** Drops a beat, unless one was passed on in this cycle. */
    @Override
    public void step(long cycle) {
        if (!read && !kept[at] && in.hasBeat()) {
            next();
        }
        read = false;
    }
}
