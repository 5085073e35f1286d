package systole;

import java.util.Optional;
import systole.frames.Frames;
import systole.shell.ShellLink;

/**
 * The wishes for what is around a core on a board.
 *
 * @param busMhz the clock of the processor's bus in megahertz; 0 if the core and the bus share one
 * @param baud the rate of the serial line in bits a second; 0 for the usual one
 * @param tests the frames of the self-test; without them, random ones are made. More than its bounded size allows are
 *     left out.
 */
public record BoardOptions(double busMhz, int baud, Optional<Frames> tests) {
    /** One clock, the usual rate of a serial line, random frames. */
    public static final BoardOptions DEFAULT = new BoardOptions(0, 0, Optional.empty());

    public BoardOptions {
        if (!(busMhz >= 0) || baud < 0) {
            throw new IllegalArgumentException("a bus of " + busMhz + " MHz, or a line of " + baud + " baud");
        }
    }

    /** The same with a clock for the processor's bus, in megahertz. */
    public BoardOptions withBusClock(double mhz) {
        return new BoardOptions(mhz, baud, tests);
    }

    /** The same with a rate of the serial line, in bits a second. */
    public BoardOptions withBaud(int rate) {
        return new BoardOptions(busMhz, rate, tests);
    }

    /** The same with frames for the self-test. */
    public BoardOptions withTests(Frames frames) {
        return new BoardOptions(busMhz, baud, Optional.of(frames));
    }

    ShellLink.Uart line() {
        return baud > 0 ? ShellLink.Uart.at(baud) : ShellLink.Uart.DEFAULT;
    }
}
