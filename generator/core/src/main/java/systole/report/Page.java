package systole.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import systole.design.Design;
import systole.design.DesignUnit;
import systole.design.SystemRate;
import systole.design.Work;
import systole.rtl.ResourceText;

/** Puts the page together. */
record Page(Design design, Results results) {
    PageView view() {
        Proofs proofs = new Proofs(results.runs(), design.prediction());
        UnitRows rows = new UnitRows(design, results.synthesis());
        Breakdown breakdown = new Breakdown(design, results.synthesis());
        return new PageView(
                design.name(),
                design.board().name() + ", " + design.board().part() + ", " + Figures.decimal(design.clockMhz(), 3)
                        + " MHz, " + design.clock().words(),
                proofs.verdict(),
                proofs.style(),
                notes(),
                tiles(),
                DataflowGraph.of(design),
                rows.engines(),
                rows.plumbing(),
                rows.memories(),
                chip(),
                breakdown.columns().stream().map(ChipResource::name).toList(),
                breakdown.rows(),
                proofs.rows(),
                proofs.prediction(),
                results.synthesis().isPresent(),
                results.synthesis().map(Synthesis::timing).stream().toList(),
                new ChartData(design, results.synthesis()).json(),
                ResourceText.of("templates/report/report.css"),
                ResourceText.of("templates/report/report.js"),
                ResourceText.of("report/echarts.common.min.js"));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (results.outdated() > 0) {
            notes.add("The hardware has changed since: " + results.outdated()
                    + (results.outdated() == 1 ? " older result is" : " older results are") + " not shown.");
        }
        if (results.synthesis().isEmpty()) {
            notes.add("Resources are predicted; systole synth counts them.");
        }
        return notes;
    }

    private double seconds(double cycles) {
        return cycles / (design.clockMhz() * 1e6);
    }

    private List<PageView.Tile> tiles() {
        double interval = design.prediction().interval();
        long latency = design.prediction().latency();
        double rate = design.macs() / interval;
        int limit = ChartData.chipLimit(design.board());
        Optional<SimulationRun> timed = results.timed();
        List<PageView.Tile> tiles = new ArrayList<>(List.of(
                new PageView.Tile(
                        "Core, frames a second",
                        Figures.decimal(1 / seconds(interval), 1),
                        "interval " + Figures.time(seconds(interval))),
                new PageView.Tile(
                        "Interval",
                        Figures.decimal(interval, 1),
                        "cycles, " + measured(timed.map(SimulationRun::interval))),
                new PageView.Tile(
                        "Latency",
                        Figures.time(seconds((double) latency)),
                        Figures.count(latency) + " cycles, " + measured(timed.map(r -> (double) r.latency()))),
                new PageView.Tile(
                        "MACs a cycle",
                        Figures.decimal(rate, 1),
                        Figures.percent(rate / limit) + " of 2 × "
                                + Figures.count(design.board().dsp()) + " DSP slices; multipliers in LUTs come on top"),
                new PageView.Tile(
                        "Multipliers busy",
                        Figures.percent(design.utilization(interval)),
                        Figures.count(design.multipliers()) + " multipliers, " + Figures.count(design.macs())
                                + " MACs a frame"),
                new PageView.Tile(
                        "Bottleneck",
                        design.bottleneck().name(),
                        Figures.count(slowest().cycles()) + " cycles, "
                                + design.bottleneck().description().kind() + ", "
                                + slowest().folding() + alike()),
                used()));
        design.system().map(Page::system).ifPresent(tile -> tiles.add(1, tile));
        results.labelled().flatMap(this::accuracy).ifPresent(tiles::add);
        return tiles;
    }

    private static PageView.Tile system(SystemRate rate) {
        List<String> rates = SystemRate.SHOWN_FRAMES.stream()
                .map(n -> Figures.decimal(rate.framesPerSecond(n), 1) + " at " + Figures.count(n))
                .toList();
        int most = SystemRate.SHOWN_FRAMES.get(SystemRate.SHOWN_FRAMES.size() - 1);
        return new PageView.Tile(
                "System, frames a second",
                Figures.decimal(rate.framesPerSecond(most), 1),
                "over " + rate.link() + "; frames at once: " + String.join(", ", rates));
    }

    private Optional<PageView.Tile> accuracy(SimulationRun run) {
        return run.top1()
                .map(share -> new PageView.Tile(
                        "Accuracy, top-1",
                        Figures.decimal(100 * share, 2) + " %",
                        "of " + Figures.count(run.frames()) + " labelled frames"));
    }

    private Work slowest() {
        return design.bottleneck().work().orElseThrow();
    }

    private static long cycles(DesignUnit engine) {
        return engine.work().orElseThrow().cycles();
    }

    /** Says which other engines are as slow as the slowest one. A balanced plan has several of them. */
    private String alike() {
        long others =
                design.engines().filter(e -> cycles(e) == slowest().cycles()).count() - 1;
        return others == 0 ? "" : "; " + others + (others == 1 ? " other takes" : " others take") + " as long";
    }

    private PageView.Tile used() {
        List<PageView.ChipRow> chip = chip();
        return new PageView.Tile(
                "Chip used",
                chip.get(0).used() + " DSP",
                chip.get(1).used() + " LUT, " + chip.get(2).used() + " RAMB18, "
                        + (results.synthesis().isPresent() ? "synthesized" : "predicted"));
    }

    private static String measured(Optional<Double> cycles) {
        return cycles.map(c -> "measured " + Figures.decimal(c, 1)).orElse("predicted");
    }

    private List<PageView.ChipRow> chip() {
        return ChipResource.of(design, results.synthesis()).stream()
                .map(Page::row)
                .toList();
    }

    private static PageView.ChipRow row(ChipResource resource) {
        return new PageView.ChipRow(
                resource.name(),
                resource.predicted().map(Figures::count).orElse("–"),
                resource.synthesized().map(Figures::count).orElse("–"),
                Figures.count(resource.available()),
                resource.synthesized()
                        .or(resource::predicted)
                        .map(n -> Figures.percent((double) n / resource.available()))
                        .orElse("–"));
    }
}
