package systole.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import systole.design.Design;
import systole.design.SystemRate;
import systole.network.Network;
import systole.rtl.GeneratedFile;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;
import systole.shell.ShellStream;
import systole.shell.UartProtocol;
import systole.target.board.Board;
import systole.target.resource.ResourceVector;

/**
 * A design on its way to a board.
 *
 * @param core the hardware that is brought onto the board
 * @param shell the shell around the core
 * @param sources names of the Verilog files of core and shell in {@code rtl/}, in an order that every tool accepts
 * @param mmcm the clock manager that makes the core's clock on a board without a processor
 */
public record KitDesign(Design core, ShellSpec shell, List<String> sources, Optional<Mmcm> mmcm) {
    /** The bytes that the processor's port to its memory moves in a cycle. */
    private static final int MEMORY_BYTES = 8;

    private static final String TOP_LIST = "files_top.f";

    public KitDesign {
        sources = List.copyOf(sources);
    }

    /** A design with the clock manager that the core's clock needs. */
    KitDesign(Design core, ShellSpec shell, List<String> sources) {
        this(core, shell, sources, mmcm(core));
    }

    /**
     * Makes the value from the files that were emitted so far.
     *
     * @param files of core and shell, with the shell's list of Verilog
     */
    public static KitDesign of(Design core, ShellSpec shell, List<GeneratedFile> files) {
        String list = "rtl/" + shell.list();
        List<String> sources = files.stream()
                .filter(f -> f.path().equals(list))
                .flatMap(f -> f.content().lines())
                .toList();
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("the shell has no " + list);
        }
        return new KitDesign(core, shell, sources);
    }

    /** The name of the file in {@code rtl/} that lists the Verilog below {@link #top}. */
    public String list() {
        return board().hasProcessor() ? shell.list() : TOP_LIST;
    }

    /** The network that the core computes. */
    public Network network() {
        return core.network();
    }

    public Board board() {
        return core.board();
    }

    /** The name of the core's top module, which begins the names of the design's modules and files. */
    public String name() {
        return core.top();
    }

    /**
     * The module that is synthesized: on a board without processor the top with the pins, otherwise the core with its
     * bus shell.
     */
    public String top() {
        return board().hasProcessor() ? shell.wrapperModule() : name() + "_top";
    }

    /** The resources that the whole chip is expected to need. */
    public ResourceVector cost() {
        return core.cost().plus(Surroundings.of(board()).cost());
    }

    /** The clock frequency of the core that the board really makes, in megahertz. */
    public double mhz() {
        return hertz(core, mmcm) / 1e6;
    }

    /** The clock frequency of the bus in megahertz. It is that of the core, unless the core has a clock of its own. */
    public double busMhz() {
        return shell.ownCoreClock() ? shell.clockHz() / 1e6 : mhz();
    }

    /**
     * The rate of the design over its link. On a bus, the DMA moves a beat in a cycle of the bus, and at most
     * 8 bytes, which is the width of the processor's port to its memory.
     */
    public SystemRate rate() {
        ShellStream in = shell.input();
        ShellStream out = shell.output();
        if (shell.link() instanceof ShellLink.Uart line) {
            long bytes = UartProtocol.frameTraffic(in.frameBytes(), out.frameBytes());
            return SystemRate.overLine(
                    String.format(Locale.ROOT, "a serial line of %,d baud, %,d bytes a frame", line.baud(), bytes),
                    core,
                    (double) bytes * UartProtocol.BITS / line.baud());
        }
        return SystemRate.overBus(
                String.format(
                        Locale.ROOT,
                        "AXI DMA at %s MHz, %,d bytes in and %,d bytes out a frame",
                        Decimals.of(busMhz()),
                        (long) in.beats() * in.busBytes(),
                        (long) out.beats() * out.busBytes()),
                core,
                cycles(in) / (busMhz() * 1e6),
                cycles(out) / (busMhz() * 1e6));
    }

    private static double cycles(ShellStream stream) {
        return (double) stream.beats() * Math.max(1, stream.busBytes() / MEMORY_BYTES);
    }

    /** The clock frequency of a core in hertz, rounded, as the board makes it. */
    public static long clockHz(Design core) {
        return Math.round(hertz(core, mmcm(core)));
    }

    private static double hertz(Design core, Optional<Mmcm> mmcm) {
        return mmcm.map(Mmcm::outHz).orElse(core.clockMhz() * 1e6);
    }

    private static Optional<Mmcm> mmcm(Design core) {
        Board board = core.board();
        return board.hasProcessor()
                ? Optional.empty()
                : Optional.of(MmcmSearch.choose(
                        board.part(), board.io().clocks().get(0).mhz(), core.clockMhz()));
    }
}
