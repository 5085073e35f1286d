package systole.op;

/**
 * The sizes of an LSTM and of its sequences.
 *
 * @param features elements of x in a step
 * @param units elements of h
 * @param steps steps of a frame
 * @param sequence true if the h of every step leaves, false if only the h of the last step does
 * @param stateful true if h and c are carried over from frame to frame, except where a frame's flag says otherwise
 */
public record LstmShape(int features, int units, int steps, boolean sequence, boolean stateful) {
    /** Gates of a unit: i, f, g, o. */
    public static final int GATES = 4;

    /** Rows of either matrix, {@code 4 * unit + gate}. */
    public int rows() {
        return GATES * units;
    }

    /** Elements of h that leave in a frame. */
    public int outElements() {
        return (sequence ? steps : 1) * units;
    }

    /** Multiply-accumulate operations of a step. */
    public long macs() {
        return (long) rows() * (features + units);
    }
}
