package systole.shell;

import java.util.Locale;
import systole.design.Design;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.Network;

/**
 * Everything that a shell knows about its core.
 *
 * @param design the core's top module, whose name begins those of all modules of the design
 * @param input frames in
 * @param output frames out
 * @param networkHash the hash that tells this hardware from any other, {@link DesignHash}
 * @param clockHz the frequency of the clock that the shell's counters count; with a serial line, also of the clock that
 *     times its bits
 * @param stateful whether the core carries a state from frame to frame, so that {@code s_axis_tuser} starts a fresh one
 * @param link the link to its software
 */
public record ShellSpec(
        String design,
        ShellStream input,
        ShellStream output,
        long networkHash,
        long clockHz,
        boolean stateful,
        ShellLink link) {
    /** The most bytes of a beat that AXI DMA moves. */
    private static final int MAX_BUS_BYTES = 128;

    /**
     * The most that the baud rate may be off. Over a byte of ten bits, both ends together may be off by half a bit,
     * which is a twentieth of a bit for each bit. This limit leaves as much to the other end.
     */
    private static final double MAX_BAUD_ERROR = 0.02;

    private static final int MIN_DIVISOR = 8;

    /** The least clock frequency, because times are counted in milliseconds. */
    private static final int MIN_UART_HZ = 1_000_000;

    public ShellSpec {
        if (clockHz < 1 || clockHz > 1_000_000_000) {
            throw new IllegalArgumentException("a clock has 1 Hz to 1 GHz, not " + clockHz);
        }
        if (link instanceof ShellLink.Axi) {
            requireBus(input, "input");
            requireBus(output, "output");
        } else if (link instanceof ShellLink.Uart uart) {
            requireBaud(uart, clockHz);
        }
    }

    /**
     * The shell of a core.
     *
     * @param networkHash the hash of the core's files
     * @throws RefusedException if the core does not fit the link
     */
    public static ShellSpec of(Design core, long networkHash, long clockHz, ShellLink link) {
        Network network = core.network();
        return new ShellSpec(
                core.top(),
                ShellStream.of(core.input().stream(), network.inputType().shape()),
                ShellStream.of(core.output().stream(), network.outputType().shape()),
                networkHash,
                clockHz,
                network.stateful(),
                link);
    }

    /** The module that SpinalHDL elaborates. In the design, its own prefix replaces that of the library. */
    public String shellModule() {
        return link instanceof ShellLink.Axi ? "systole_shell_axi" : "systole_shell_uart";
    }

    /** The module that joins shell and core. */
    public String wrapperModule() {
        return design + (link instanceof ShellLink.Axi ? "_axi" : "_uart");
    }

    /** The list of all Verilog that the wrapper needs, in {@code rtl/}. */
    public String list() {
        return link instanceof ShellLink.Axi ? "files_axi.f" : "files_uart.f";
    }

    /** Whether the core has a clock of its own, separate from the bus clock. */
    public boolean ownCoreClock() {
        return link instanceof ShellLink.Axi axi && axi.ownCoreClock();
    }

    /** The network's hash in the form for people and files: 16 hexadecimal digits. */
    public String hashText() {
        return String.format(Locale.ROOT, "%016x", networkHash);
    }

    private static void requireBus(ShellStream stream, String side) {
        if (stream.busBytes() > MAX_BUS_BYTES) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    "the core's " + side + " is " + stream.coreBytes() + " bytes wide; AXI DMA moves at most "
                            + MAX_BUS_BYTES,
                    "fold the layer at the " + side + " to fewer elements at once (fold simd or pe)");
        }
    }

    private static void requireBaud(ShellLink.Uart uart, long clockHz) {
        if (clockHz < MIN_UART_HZ) {
            throw RefusedException.of(
                    SourceRef.NONE, "the serial line needs a clock of at least 1 MHz, not " + clockHz + " Hz", "");
        }
        if ((long) uart.messageTimeoutMs() * uart.baud() < 2000L * UartProtocol.BITS) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    uart.baud() + " baud are too slow: a byte takes longer than half of the " + uart.messageTimeoutMs()
                            + " ms after which a message counts as broken off",
                    "choose a higher rate; " + ShellLink.Uart.DEFAULT.baud() + " baud is usual");
        }
        int divisor = uart.divisor(clockHz);
        double error = divisor < 1 ? 1 : Math.abs((double) clockHz / divisor / uart.baud() - 1);
        if (divisor < MIN_DIVISOR || error > MAX_BAUD_ERROR) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    uart.baud() + " baud cannot be made from " + clockHz + " Hz"
                            + (divisor < MIN_DIVISOR
                                    ? ": a bit would have fewer than " + MIN_DIVISOR + " cycles"
                                    : String.format(
                                            Locale.ROOT, ": with %d cycles, it is %.1f %% off", divisor, 100 * error)),
                    "choose a rate that the clock is at least " + MIN_DIVISOR + " times, to 2 %: "
                            + clockHz / Math.max(MIN_DIVISOR, divisor) + " baud is exact");
        }
    }
}
