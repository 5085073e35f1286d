package systole.tool;

/**
 * The first element that came out wrong.
 *
 * @param frame counted from 0
 * @param y row of the pixel
 * @param x column of the pixel
 * @param channel counted from 0
 * @param expected decimal
 * @param got decimal, with an {@code x} where Icarus saw an unknown bit
 * @param cycle after reset
 */
public record Mismatch(long frame, long y, long x, long channel, String expected, String got, long cycle) {
    /** Nothing came out wrong. */
    public static final Mismatch NONE = new Mismatch(-1, -1, -1, -1, "", "", -1);

    @Override
    public String toString() {
        return equals(NONE)
                ? "none"
                : "frame " + frame + ", pixel (" + y + ", " + x + "), channel " + channel + ": expected " + expected
                        + ", got " + got + ", cycle " + cycle;
    }
}
