package systole.plan.timing;

/** A stream in the timing model: counts the beats that wait in it. */
final class Channel {
    /** Room without limit. */
    static final int UNBOUNDED = Integer.MAX_VALUE;

    private final int capacity;
    private int waiting;
    private int peak;
    private long taken;

    Channel(int capacity) {
        this.capacity = capacity;
    }

    boolean hasRoom() {
        return waiting < capacity;
    }

    boolean hasBeat() {
        return waiting > 0;
    }

    void put() {
        waiting++;
        peak = Math.max(peak, waiting);
    }

    void take() {
        waiting--;
        taken++;
    }

    /** Beats taken so far. */
    long taken() {
        return taken;
    }

    /** The most beats that ever waited. */
    int peak() {
        return peak;
    }
}
