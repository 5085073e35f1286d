package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import systole.app.BenchReferences.Target;
import systole.tool.netlist.MappedCell;

/**
 * The tables of benchmarks, in Markdown.
 *
 * @param results the measured results
 * @param references the figures that they are compared with
 */
record BenchReport(List<BenchResult> results, BenchReferences references) {
    /** The share of a board's LUTs that a design may take after synthesis, in percent. */
    private static final double MOST_LUT = 80;

    /** A clock that all results are compared at. */
    private static final double USUAL_MHZ = 100;

    private static final String HEAD =
            """
            # Benchmarks

            <!-- Generated from docs/benchmarks/*.json: ./systole bench --report-only -->

            Where the numbers come from:

            - **Cycles** are counted in the simulation (Verilator) of the emitted RTL, with a source and a sink that never wait.
              Every beat was compared with the golden model. If outputs of the reference runtime lie beside a model, they were
              compared as well. The interval is the time between the last beats of two frames. The latency is the time from the
              first beat in to the last beat out.
            - **Times** follow from the cycles at the stated clock, and at 100 MHz. The clock is what a design for the chip's speed
              grade may count on by the estimate of its paths ([timing](timing.md)). Nothing is placed and routed.
            - **LUT, FF, DSP, RAMB36** are those of the netlist that Yosys `synth_xilinx` makes of the core. Half a RAMB36 is a
              RAMB18. The logic around the core (shell, DMA, processor) is not included. **Levels** are the LUTs on the longest path
              between registers. **Pins** are the most pins that a net other than clock and reset drives in a unit.
            - **Busy** is the share of multiplier cycles that do useful work. **Of the limit** compares the interval with the
              cycles that the model's MACs would take if every DSP slice of the chip did two of them in every cycle. Multipliers
              in LUTs make more than 100 % possible.
            - **GOp/s** are billions of operations a second. Each MAC counts as two operations, even if an operand is zero. The
              interval of a sequence per step is the interval of a frame divided by its steps.
            - **Paths** are those of core and shell together. They end and begin at registers, block RAM and DSP slices. Delays of
              cells are those of the speed grade, and nets are estimated by their pins. Delays of UltraScale+ chips are not known.
              **Cascade** is the most DSP slices in a row; open place and route takes 10.
            - Yosys packs no registers, sums or cascades into a DSP48E2. On UltraScale+ chips, the cells of the netlist that
              such a slice has inside are found and left out of LUT and FF, and Levels and Pins are those of the rest.
            - The PYNQ-Z2, the ZedBoard and the Zybo Z7-20 have a XC7Z020, the Zybo Z7-10 has a XC7Z010, the ZC706 a XC7Z045,
              and the KV260 a Kria K26, which is UltraScale+.

            """;

    String text() {
        StringBuilder out = new StringBuilder(HEAD);
        section(out, "Speed", speed());
        section(out, "Resources", resources());
        section(out, "Paths", new BenchPaths(measured()).table());
        section(out, "Targets", targets());
        BenchComparison comparison = new BenchComparison(measured(), references);
        section(out, "Sequences", comparison.sequences());
        section(out, "Published figures", comparison.published());
        section(out, "Refused", refused());
        return out.toString().stripTrailing() + "\n";
    }

    private static void section(StringBuilder out, String title, MarkdownTable table) {
        if (!table.isEmpty()) {
            out.append("## ").append(title).append("\n\n").append(table).append('\n');
        }
    }

    /** A result in one line. */
    static String line(BenchResult r) {
        String what = r.wrong()
                ? "wrong results: " + r.json().path("wrong").asText()
                : r.refused()
                        ? "refused: " + r.json().path("refused").asText()
                        : Text.format("interval %s, latency %,d cycles", Text.number(r.interval()), r.latency());
        return r.model() + " on " + r.board() + ": " + what;
    }

    private List<BenchResult> measured() {
        return results.stream().filter(r -> !r.refused()).toList();
    }

    private MarkdownTable speed() {
        MarkdownTable table = new MarkdownTable(
                "Model",
                "Board",
                "Clock:",
                "Interval, cycles:",
                "us:",
                "at 100 MHz:",
                "Latency, cycles:",
                "us:",
                "at 100 MHz:",
                "Multipliers:",
                "Busy:",
                "Of the limit:",
                "Predicted interval, latency:",
                "Frames:");
        for (BenchResult r : measured()) {
            table.row(
                    r.model(),
                    r.board(),
                    Text.number(r.clockMhz()) + " MHz",
                    Text.number(r.interval()),
                    Text.number(r.interval() / r.clockMhz()),
                    Text.number(r.interval() / USUAL_MHZ),
                    Text.format("%,d", r.latency()),
                    Text.number(r.latency() / r.clockMhz()),
                    Text.number(r.latency() / USUAL_MHZ),
                    Text.format("%,d", r.sim().path("multipliers").asLong()),
                    percent(r.sim().path("utilization").asDouble()),
                    percent(limit(r) / r.interval()),
                    Text.number(r.sim().path("predicted_interval_cycles").asDouble()) + ", "
                            + Text.format(
                                    "%,d",
                                    r.sim().path("predicted_latency_cycles").asLong()),
                    r.sim().path("frames").asText());
        }
        return table;
    }

    /** The cycles of a frame if every DSP slice of the chip did two MACs in each cycle. */
    private static double limit(BenchResult r) {
        return r.sim().path("macs").asDouble() / (2.0 * r.available("dsp"));
    }

    private MarkdownTable resources() {
        MarkdownTable table = new MarkdownTable(
                "Model",
                "Board",
                "LUT:",
                "FF:",
                "DSP:",
                "RAMB36:",
                "Levels:",
                "Pins:",
                "Predicted LUT, DSP, RAMB36:",
                "Fits");
        for (BenchResult r :
                measured().stream().filter(BenchResult::synthesized).toList()) {
            JsonNode total = r.synth().path("total");
            JsonNode predicted = r.synth().path("predicted");
            double ramb = total.path("ramb36").asInt() + total.path("ramb18").asInt() / 2.0;
            int lut = total.path("lut").asInt();
            int dsp = total.path("dsp").asInt();
            boolean fits = 100.0 * lut <= MOST_LUT * r.available("lut")
                    && dsp <= r.available("dsp")
                    && ramb <= r.available("ramb36");
            table.row(
                    r.model(),
                    r.board(),
                    share(lut, r.available("lut")),
                    share(total.path("ff").asInt(), r.available("ff")),
                    share(dsp, r.available("dsp")),
                    share(ramb, r.available("ramb36")),
                    greatest(r.synth().path("logic_levels")),
                    greatest(r.synth().path("fan_out")),
                    Text.format(
                            "%,d, %,d, %s",
                            predicted.path("lut").asInt(),
                            predicted.path("dsp").asInt(),
                            Text.number(predicted.path("ramb18").asInt() / 2.0)),
                    fits ? "yes" : "**no**: more than 80 % of the LUTs, or than there are DSP slices or RAMB36");
        }
        return table;
    }

    /** The greatest figure of a unit of the core. */
    private static String greatest(JsonNode ofUnits) {
        OptionalInt greatest = ofUnits.properties().stream()
                .filter(unit -> !unit.getKey().equals(MappedCell.SHELL))
                .mapToInt(unit -> unit.getValue().asInt())
                .max();
        return greatest.isPresent() ? String.valueOf(greatest.getAsInt()) : "-";
    }

    private static String share(double used, int available) {
        return Text.number(used) + Text.format(" (%.1f %%)", 100 * used / available);
    }

    private static String percent(double share) {
        return Text.format("%.1f %%", 100 * share);
    }

    private MarkdownTable targets() {
        MarkdownTable table = new MarkdownTable("Model", "Board", "Cycles of", "Must:", "Aim:", "Measured:", "Verdict");
        for (Target target : references.targets()) {
            for (BenchResult r : results) {
                if (r.model().equals(target.model()) && target.boards().contains(r.board())) {
                    table.row(
                            r.model(),
                            r.board(),
                            target.what(),
                            Text.format("%,d", target.must()),
                            target.aim() > 0 ? Text.format("%,d", target.aim()) : "",
                            r.refused() ? "" : Text.number(measured(r, target)),
                            verdict(r, target));
                }
            }
        }
        return table;
    }

    private static double measured(BenchResult r, Target target) {
        return target.what().equals("interval") ? r.interval() : r.latency();
    }

    private static String verdict(BenchResult r, Target target) {
        if (r.refused() || measured(r, target) > target.must()) {
            return "**missed**";
        }
        return target.aim() == 0 ? "met" : measured(r, target) <= target.aim() ? "met, aim too" : "met, aim missed";
    }

    private MarkdownTable refused() {
        MarkdownTable table = new MarkdownTable("Model", "Board", "Reason");
        results.stream()
                .filter(BenchResult::refused)
                .forEach(r ->
                        table.row(r.model(), r.board(), r.json().path("refused").asText()));
        return table;
    }
}
