package systole.app;

import java.util.Map;
import systole.BuiltDesign;
import systole.target.board.Board;
import systole.target.resource.ResourceVector;
import systole.tool.SynthesisReport;
import systole.tool.netlist.DspCascades;
import systole.tool.netlist.MappedCell;
import systole.tool.netlist.Resources;

/**
 * The report of the resources and the paths of a synthesized design.
 *
 * @param design the hardware
 * @param synthesis the count
 */
record SynthReport(BuiltDesign design, SynthesisReport synthesis) {
    String text() {
        Board board = design.design().board();
        ResourceVector predicted = design.design().cost();
        Resources total = synthesis.total();
        Resources whole = synthesis.whole();
        String slice = board.chip().family().dsp().name();
        Table table =
                new Table("unit", "LUT", "of these RAM", "FF", slice, "RAMB36", "RAMB18", "URAM", "levels", "fan-out");
        synthesis.units().forEach((name, resources) -> row(table, name, name, resources));
        row(table, "(top)", "", synthesis.glue());
        row(
                table,
                "total",
                total,
                ofCore(synthesis.paths().levels()),
                ofCore(synthesis.paths().fanOuts()));
        table.row(
                "predicted",
                predicted.lut(),
                "",
                "",
                predicted.dsp(),
                "",
                predicted.ramb18(),
                predicted.uram(),
                "",
                "");
        synthesis.shell().ifPresent(shell -> {
            row(table, "shell", MappedCell.SHELL, shell);
            row(
                    table,
                    "core and shell",
                    whole,
                    synthesis.paths().longest(),
                    synthesis.paths().widest());
        });
        table.row(
                "board",
                board.lut(),
                "",
                board.ff(),
                board.dsp(),
                board.ramb36(),
                2 * board.ramb36(),
                board.chip().uram(),
                "",
                "");
        table.row(
                "used %",
                percent(whole.lut(), board.lut()),
                "",
                percent(whole.ff(), board.ff()),
                percent(whole.dsp(), board.dsp()),
                percent(whole.bramHalves(), 2 * board.ramb36()),
                "",
                percent(whole.uram(), Math.max(1, board.chip().uram())),
                "",
                "");
        return design.design().name() + " on " + board.name() + " (" + board.id() + ")\n\n" + table + absorbed(slice)
                + cascade(slice)
                + new TimingReport(design.design(), synthesis.paths().times()).text();
    }

    /** The sentence about the cells of the netlist that are not in the table. It is empty if there are none. */
    private String absorbed(String slice) {
        Resources netlist = synthesis.netlist();
        Resources absorbed = synthesis.absorbed();
        return absorbed.equals(Resources.NONE)
                ? ""
                : Text.format(
                        "\nThe netlist has %,d LUTs and %,d FFs: with %,d and %,d that a %s has inside, and Yosys leaves"
                                + " outside.\n",
                        netlist.lut(), netlist.ff(), absorbed.lut(), absorbed.ff(), slice);
    }

    /** The sentence about the longest cascade of slices. It is empty if there is none, or the synthesizer makes none. */
    private String cascade(String slice) {
        int cascade = synthesis.paths().cascade();
        if (cascade == 0
                || !design.design().board().chip().family().synthesizer().packsDsp()) {
            return "";
        }
        String open = cascade > DspCascades.OPEN_MOST
                ? Text.format("; open place and route takes no more than %d", DspCascades.OPEN_MOST)
                : "";
        return Text.format("\nThe longest cascade has %,d %s%s.\n", cascade, slice, open);
    }

    /** The greatest figure of a unit of the core. */
    private static int ofCore(Map<String, Integer> figures) {
        return figures.entrySet().stream()
                .filter(unit -> !unit.getKey().equals(MappedCell.SHELL))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private void row(Table table, String name, String unit, Resources r) {
        row(
                table,
                name,
                r,
                synthesis.paths().levels().getOrDefault(unit, 0),
                synthesis.paths().fanOuts().getOrDefault(unit, 0));
    }

    private static void row(Table table, String name, Resources r, int levels, int fanOut) {
        table.row(name, r.lut(), r.lutram(), r.ff(), r.dsp(), r.ramb36(), r.ramb18(), r.uram(), levels, fanOut);
    }

    private static double percent(int used, int available) {
        return 100.0 * used / available;
    }
}
