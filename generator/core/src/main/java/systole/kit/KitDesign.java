package systole.kit;

import java.util.List;
import java.util.Optional;
import systole.board.Board;
import systole.design.Design;
import systole.engine.Cost;
import systole.network.Network;
import systole.rtl.GeneratedFile;
import systole.shell.ShellSpec;

/**
 * A design on its way to a board.
 *
 * @param core what it brings there
 * @param shell what carries the core
 * @param sources Verilog of core and shell, by name in {@code rtl/}, in an order that every tool takes
 * @param mmcm what makes the core's clock on a board without a processor
 */
public record KitDesign(Design core, ShellSpec shell, List<String> sources, Optional<Mmcm> mmcm) {
    private static final String TOP_LIST = "files_top.f";

    public KitDesign {
        sources = List.copyOf(sources);
    }

    /** With the clock manager that the core's clock takes. */
    KitDesign(Design core, ShellSpec shell, List<String> sources) {
        this(core, shell, sources, mmcm(core));
    }

    /**
     * Of the files that were emitted so far.
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

    /** The list of the Verilog below {@link #top}, by name in {@code rtl/}. */
    public String list() {
        return board().hasProcessor() ? shell.list() : TOP_LIST;
    }

    /** What the core computes. */
    public Network network() {
        return core.network();
    }

    public Board board() {
        return core.board();
    }

    /** The core's name. */
    public String name() {
        return core.name();
    }

    /** The module that is synthesized: with pins on a board without processor, otherwise the core on its bus. */
    public String top() {
        return board().hasProcessor() ? shell.wrapperModule() : name() + "_top";
    }

    /** What the whole chip is expected to take. */
    public Cost cost() {
        return core.cost().plus(Surroundings.of(board()).cost());
    }

    /** The clock of the core in megahertz, as it is made on the board. */
    public double mhz() {
        return hertz(core, mmcm) / 1e6;
    }

    /** The clock of the bus in megahertz: the core's, unless that has one of its own. */
    public double busMhz() {
        return shell.ownCoreClock() ? shell.clockHz() / 1e6 : mhz();
    }

    /** The clock of a core in hertz, as it is made on the board, rounded. */
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
