package systole.rtl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import systole.catalog.StandardCatalog;
import systole.engine.Engine;
import systole.engine.EngineTable;
import systole.network.Network;
import systole.style.streaming.Plan;
import systole.style.streaming.PlanOptions;
import systole.style.streaming.Planner;
import systole.style.streaming.fold.BalancedFolding;
import systole.target.board.Board;
import systole.target.board.Boards;

/**
 * Everything that must hold for a kind of engine. Collects what does not.
 *
 * @param sample of the kind
 * @param plan of the sample's network
 */
record EngineCheck(EngineSample sample, Plan plan) {
    static final Board BOARD = Boards.find("arty-a7-100t").orElseThrow();

    /** Icarus starts at once, and most faults show in the first frames. */
    private static final FaultRuns FAULT_RUNS = new FaultRuns(RtlCheck.ICARUS, 100);

    /** The check of a kind of engine among others. */
    static EngineCheck of(EngineSample sample, EngineTable engines) {
        return new EngineCheck(sample, plan(sample.network(), engines));
    }

    /** Plans with some kinds of engines. */
    static Plan plan(Network network, EngineTable engines) {
        return new Planner(StandardCatalog.CATALOG, engines)
                .plan(network, new PlanOptions(BOARD, 100, Map.of(), new BalancedFolding()));
    }

    /** The engines of the kind. */
    List<Engine> engines() {
        return plan.engines().filter(e -> e.kind().equals(sample.kind())).toList();
    }

    /** Lint, results, pauses, cycles, and faults. */
    List<String> problems(Path folder) {
        List<String> problems = new ArrayList<>();
        if (engines().isEmpty()) {
            problems.add("the sample has no such engine; a line 'build y = " + sample.kind() + "()' would ask for one");
        }
        problems.addAll(
                RtlCheck.problems(sample.network(), plan, folder.resolve("right"), 1, List.of(RtlCheck.VERILATOR)));
        FAULT_RUNS.failures(write(folder.resolve("right"))).forEach(run -> problems.add("fails the run " + run));
        for (Fault fault : sample.faults()) {
            RtlDesign design = write(folder.resolve("wrong"));
            fault.inject(design.folder());
            if (FAULT_RUNS.failures(design).findFirst().isEmpty()) {
                problems.add("no run shows that it " + fault);
            }
        }
        return problems;
    }

    RtlDesign write(Path folder) {
        return RtlDesign.write(sample.network(), plan, folder);
    }
}
