package systole.shell;

import java.util.Locale;
import systole.design.Design;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.Network;

/**
 * Everything that a shell knows of the core that it carries.
 *
 * @param design the core's name
 * @param input frames in
 * @param output frames out
 * @param networkHash tells this hardware from any other, {@link DesignHash}
 * @param clockHz the clock that the shell's counters count; with a serial line, the clock that its bits are made from
 * @param stateful whether the core carries a state from frame to frame, so that {@code s_axis_tuser} starts a fresh one
 * @param link how it reaches its software
 */
public record ShellSpec(
        String design,
        ShellStream input,
        ShellStream output,
        long networkHash,
        long clockHz,
        boolean stateful,
        ShellLink link) {
    /** AXI DMA moves at most so many bytes a beat. */
    private static final int MAX_BUS_BYTES = 128;

    /** Both ends of a line together may be off by a twentieth of a bit over ten; this leaves the other end as much. */
    private static final double MAX_BAUD_ERROR = 0.02;

    private static final int MIN_DIVISOR = 8;

    /** Times are counted in milliseconds. */
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
     * @param networkHash of the core's files
     * @throws RefusedException if the core does not fit the link
     */
    public static ShellSpec of(Design core, long networkHash, long clockHz, ShellLink link) {
        Network network = core.network();
        return new ShellSpec(
                core.name(),
                ShellStream.of(core.input().stream(), network.inputType().shape()),
                ShellStream.of(core.output().stream(), network.outputType().shape()),
                networkHash,
                clockHz,
                network.stateful(),
                link);
    }

    /** The module that SpinalHDL elaborates. */
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

    /** Whether the core has a clock of its own beside the bus clock. */
    public boolean ownCoreClock() {
        return link instanceof ShellLink.Axi axi && axi.ownCoreClock();
    }

    /** The network's hash as people and files have it: 16 hexadecimal digits. */
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
        int divisor = uart.divisor(clockHz);
        double error = divisor < 1 ? 1 : Math.abs((double) clockHz / divisor / uart.baud() - 1);
        if (divisor < MIN_DIVISOR || error > MAX_BAUD_ERROR) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    uart.baud() + " baud cannot be made from " + clockHz + " Hz",
                    "choose a rate that the clock is at least " + MIN_DIVISOR + " times, to 2 %: "
                            + clockHz / Math.max(MIN_DIVISOR, divisor) + " baud is exact");
        }
    }
}
