package systole.tool;

/**
 * The first wrong element of an output.
 *
 * @param frame counted from 0
 * @param y row of the pixel
 * @param x column of the pixel
 * @param channel counted from 0
 * @param expected decimal
 * @param got decimal, with an {@code x} where Icarus saw an unknown bit
 * @param cycle the number of the cycle after reset
 */
public record Mismatch(long frame, long y, long x, long channel, String expected, String got, long cycle) {
    /** Stands for no wrong element. */
    public static final Mismatch NONE = new Mismatch(-1, -1, -1, -1, "", "", -1);

    @Override
    public String toString() {
        return equals(NONE)
                ? "none"
                : "frame " + frame + ", pixel (" + y + ", " + x + "), channel " + channel + ": expected " + expected
                        + ", got " + got + ", cycle " + cycle;
    }
}
