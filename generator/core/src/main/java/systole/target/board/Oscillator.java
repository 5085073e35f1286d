package systole.target.board;

/**
 * A clock that the board drives into the FPGA.
 *
 * @param mhz frequency
 */
public record Oscillator(double mhz, Pad pad) {
    /** @throws IllegalArgumentException if no 7-series input could take the frequency */
    public Oscillator {
        if (!(mhz >= 1 && mhz <= 800)) {
            throw new IllegalArgumentException("mhz must be a frequency from 1 to 800, not '" + mhz + "'");
        }
    }
}
