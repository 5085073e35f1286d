package systole.engine.timing;

/**
 * Holds a beat that its reader does not take in the cycle in which it comes, so that its writer knows from a register
 * whether there is room. It steps between the two.
 */
final class Skid implements Feed, Actor {
    private final Feed in;
    private boolean held;
    private boolean read;

    Skid(Feed in) {
        this.in = in;
    }

    @Override
    public boolean hasBeat() {
        return held || (!read && in.hasBeat());
    }

    @Override
    public void take() {
        if (held) {
            held = false;
        } else {
            in.take();
        }
        read = true;
    }

    @Override
    public void step(long cycle) {
        if (!read && !held && in.hasBeat()) {
            in.take();
            held = true;
        }
        read = false;
    }
}
