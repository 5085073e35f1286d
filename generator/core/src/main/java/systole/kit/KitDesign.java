package systole.kit;

import java.util.List;
import java.util.Optional;
import systole.board.Board;
import systole.engine.Cost;
import systole.network.Network;
import systole.rtl.GeneratedFile;
import systole.shell.ShellSpec;
import systole.style.streaming.Plan;

/**
 * A design on its way to a board.
 *
 * @param network the network that it computes
 * @param plan the plan of its core
 * @param shell the shell around the core
 * @param sources names of the Verilog files of core and shell in {@code rtl/}, in an order that every tool accepts
 * @param mmcm the clock manager that makes the core's clock on a board without a processor
 */
public record KitDesign(Network network, Plan plan, ShellSpec shell, List<String> sources, Optional<Mmcm> mmcm) {
    private static final String TOP_LIST = "files_top.f";

    public KitDesign {
        sources = List.copyOf(sources);
    }

    /** A design with the clock manager that the plan's clock needs. */
    KitDesign(Network network, Plan plan, ShellSpec shell, List<String> sources) {
        this(network, plan, shell, sources, mmcm(plan));
    }

    /**
     * Makes the value from the files that were emitted so far.
     *
     * @param files of core and shell, with the shell's list of Verilog
     */
    public static KitDesign of(Network network, Plan plan, ShellSpec shell, List<GeneratedFile> files) {
        String list = "rtl/" + shell.list();
        List<String> sources = files.stream()
                .filter(f -> f.path().equals(list))
                .flatMap(f -> f.content().lines())
                .toList();
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("the shell has no " + list);
        }
        return new KitDesign(network, plan, shell, sources);
    }

    /** The name of the file in {@code rtl/} that lists the Verilog below {@link #top}. */
    public String list() {
        return board().hasProcessor() ? shell.list() : TOP_LIST;
    }

    public Board board() {
        return plan.board();
    }

    /** The core's name. */
    public String name() {
        return plan.name();
    }

    /**
     * The module that is synthesized: on a board without processor the top with the pins, otherwise the core with its
     * bus shell.
     */
    public String top() {
        return board().hasProcessor() ? shell.wrapperModule() : name() + "_top";
    }

    /** The resources that the whole chip is expected to need. */
    public Cost cost() {
        return plan.cost().plus(Surroundings.of(board()).cost());
    }

    /** The clock frequency of the core that the board really makes, in megahertz. */
    public double mhz() {
        return hertz(plan, mmcm) / 1e6;
    }

    /** The clock frequency of the bus in megahertz. It is that of the core, unless the core has a clock of its own. */
    public double busMhz() {
        return shell.ownCoreClock() ? shell.clockHz() / 1e6 : mhz();
    }

    /** The clock frequency of a plan's core that the board really makes, in hertz, rounded. */
    public static long clockHz(Plan plan) {
        return Math.round(hertz(plan, mmcm(plan)));
    }

    private static double hertz(Plan plan, Optional<Mmcm> mmcm) {
        return mmcm.map(Mmcm::outHz).orElse(plan.clockMhz() * 1e6);
    }

    private static Optional<Mmcm> mmcm(Plan plan) {
        Board board = plan.board();
        return board.hasProcessor()
                ? Optional.empty()
                : Optional.of(MmcmSearch.choose(
                        board.part(), board.io().clocks().get(0).mhz(), plan.clockMhz()));
    }
}
