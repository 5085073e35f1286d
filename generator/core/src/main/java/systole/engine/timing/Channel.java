package systole.engine.timing;

/**
 * A stream that comes from registers, so that a beat that is put in one cycle can be taken in the next. The channel
 * counts its beats.
 */
public final class Channel implements Feed {
    /** The capacity of a channel without a limit. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    private final int capacity;
    private int waiting;
    private long taken;

    public Channel(int capacity) {
        this.capacity = capacity;
    }

    public boolean hasRoom() {
        return waiting < capacity;
    }

    boolean isEmpty() {
        return waiting == 0;
    }

    public void put() {
        waiting++;
    }

    @Override
    public boolean hasBeat() {
        return waiting > 0;
    }

    @Override
    public void take() {
        waiting--;
        taken++;
    }

    /** Beats taken so far. */
    public long taken() {
        return taken;
    }
}
