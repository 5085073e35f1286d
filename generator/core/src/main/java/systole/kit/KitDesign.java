package systole.kit;

import java.util.List;
import java.util.Optional;
import systole.emit.GeneratedFile;
import systole.network.Network;
import systole.plan.Plan;
import systole.plan.unit.Cost;
import systole.shell.ShellSpec;
import systole.target.board.Board;

/**
 * A design on its way to a board.
 *
 * @param network what it computes
 * @param plan its core
 * @param shell what carries the core
 * @param sources Verilog of core and shell, by name in {@code rtl/}, in an order that every tool takes
 * @param mmcm what makes the core's clock on a board without a processor
 */
public record KitDesign(Network network, Plan plan, ShellSpec shell, List<String> sources, Optional<Mmcm> mmcm) {
    private static final String TOP_LIST = "files_top.f";

    public KitDesign {
        sources = List.copyOf(sources);
    }

    /** With the clock manager that the plan's clock takes. */
    KitDesign(Network network, Plan plan, ShellSpec shell, List<String> sources) {
        this(network, plan, shell, sources, mmcm(plan));
    }

    /**
     * Of the files that were emitted so far.
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

    /** The list of the Verilog below {@link #top}, by name in {@code rtl/}. */
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

    /** The module that is synthesized: with pins on a board without processor, otherwise the core on its bus. */
    public String top() {
        return board().hasProcessor() ? shell.wrapperModule() : name() + "_top";
    }

    /** What the whole chip is expected to take. */
    public Cost cost() {
        return plan.cost().plus(Surroundings.of(board()).cost());
    }

    /** The clock of the core in megahertz, as it is made on the board. */
    public double mhz() {
        return hertz(plan, mmcm) / 1e6;
    }

    /** The clock of the bus in megahertz: the core's, unless that has one of its own. */
    public double busMhz() {
        return shell.ownCoreClock() ? shell.clockHz() / 1e6 : mhz();
    }

    /** The clock of a plan's core in hertz, as it is made on the board, rounded. */
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
