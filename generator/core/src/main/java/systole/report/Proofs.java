package systole.report;

import java.util.ArrayList;
import java.util.List;
import systole.design.Prediction;

/** The verdict of all simulations together, and each simulation as a row. */
record Proofs(List<SimulationRun> runs, Prediction predicted) {
    /** More than what is lost when a simulator prints a mean. */
    private static final double SAME = 0.001;

    String verdict() {
        if (runs.isEmpty()) {
            return "Not simulated yet: systole sim compares every beat with the golden model";
        }
        long failed = runs.stream().filter(r -> !r.passed()).count();
        if (failed > 0) {
            return failed + " of " + runs.size() + (runs.size() == 1 ? " simulation" : " simulations") + " failed";
        }
        return "Bit-exact in simulation: "
                + Figures.count(runs.stream().mapToLong(SimulationRun::frames).sum()) + " frames, "
                + Figures.count(runs.stream().mapToLong(SimulationRun::beats).sum()) + " beats, no mismatch";
    }

    String style() {
        return runs.isEmpty() ? "open" : runs.stream().allMatch(SimulationRun::passed) ? "good" : "bad";
    }

    String prediction() {
        return "Predicted: interval " + Figures.decimal(predicted.interval(), 1) + " cycles, latency "
                + Figures.count(predicted.latency()) + " cycles, if neither side ever pauses.";
    }

    List<PageView.RunRow> rows() {
        return runs.stream().map(this::row).toList();
    }

    private PageView.RunRow row(SimulationRun run) {
        return new PageView.RunRow(
                run.simulator(),
                run.stall() + " %",
                Long.toString(run.seed()),
                run.passed() ? "pass" : "fail",
                run.passed() ? "good" : "bad",
                Figures.count(run.frames()),
                Figures.count(run.beats()),
                Figures.count(run.mismatches()),
                run.interval() > 0 ? Figures.decimal(run.interval(), 1) : "–",
                Figures.count(run.latency()),
                remark(run));
    }

    private String remark(SimulationRun run) {
        List<String> remarks = new ArrayList<>();
        if (!run.first().isEmpty()) {
            remarks.add("first mismatch: " + run.first());
        }
        if (run.deadlock()) {
            remarks.add("the design stands still");
        }
        if (run.protocolErrors() > 0) {
            remarks.add(Figures.count(run.protocolErrors()) + " broken rules of the streams");
        }
        if (run.unstalled()) {
            double expected = predicted.interval(run.frames());
            remarks.add(
                    Math.abs(run.interval() - expected) <= SAME
                            ? "interval as predicted"
                            : "interval predicted " + Figures.decimal(expected, 1));
        } else if (run.stall() > 0) {
            remarks.add("both sides pause at random");
        }
        return String.join("; ", remarks);
    }
}
