package systole.layer.lstm;

/**
 * The cell of an LSTM. Its state is an int16, and it stands between the matrix products and the output.
 *
 * @param gates the kind of gate functions
 * @param fraction fraction bits n of the cell state, whose scale is 2^-n: from {@link GateKind#minFraction} to 15
 * @param clip the cell state is limited to -clip..clip; 0 for no limit but that of int16
 */
public record Cell(GateKind gates, int fraction, int clip) {
    /** Hard gates and a cell state of Q4.11, not clipped. */
    public static final Cell USUAL = new Cell(GateKind.HARD, 11, 0);

    /** The most fraction bits. */
    public static final int MAX_FRACTION = 15;

    /** The largest clip. */
    public static final int MAX_CLIP = Short.MAX_VALUE;

    public Cell {
        if (fraction < gates.minFraction() || fraction > MAX_FRACTION) {
            throw new IllegalArgumentException("a cell state has " + gates.minFraction() + " to " + MAX_FRACTION
                    + " fraction bits, not " + fraction);
        }
        if (clip < 0 || clip > MAX_CLIP) {
            throw new IllegalArgumentException("a cell clip is 0 to " + MAX_CLIP + ", not " + clip);
        }
    }

    /** The exact functions. */
    public CellArithmetic arithmetic() {
        return new CellArithmetic(this);
    }
}
