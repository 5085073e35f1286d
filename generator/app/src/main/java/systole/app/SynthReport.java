package systole.app;

import systole.BuiltDesign;
import systole.target.board.Board;
import systole.target.resource.ResourceVector;
import systole.tool.SynthesisReport;
import systole.tool.netlist.Resources;

/**
 * The report of the resources of a synthesized design.
 *
 * @param design the hardware
 * @param synthesis the count
 */
record SynthReport(BuiltDesign design, SynthesisReport synthesis) {
    String text() {
        Board board = design.design().board();
        ResourceVector predicted = design.design().cost();
        Resources total = synthesis.total();
        String slice = board.chip().family().dsp().name();
        Table table =
                new Table("unit", "LUT", "of these RAM", "FF", slice, "RAMB36", "RAMB18", "URAM", "levels", "fan-out");
        synthesis.units().forEach((name, resources) -> row(table, name, name, resources));
        row(table, "(top)", "", synthesis.glue());
        row(table, "total", total, synthesis.longest(), synthesis.widest());
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
                percent(total.lut(), board.lut()),
                "",
                percent(total.ff(), board.ff()),
                percent(total.dsp(), board.dsp()),
                percent(total.bramHalves(), 2 * board.ramb36()),
                "",
                percent(total.uram(), Math.max(1, board.chip().uram())),
                "",
                "");
        return design.design().name() + " on " + board.name() + " (" + board.id() + ")\n\n" + table + absorbed(slice);
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

    private void row(Table table, String name, String unit, Resources r) {
        row(
                table,
                name,
                r,
                synthesis.levels().getOrDefault(unit, 0),
                synthesis.fanOuts().getOrDefault(unit, 0));
    }

    private static void row(Table table, String name, Resources r, int levels, int fanOut) {
        table.row(name, r.lut(), r.lutram(), r.ff(), r.dsp(), r.ramb36(), r.ramb18(), r.uram(), levels, fanOut);
    }

    private static double percent(int used, int available) {
        return 100.0 * used / available;
    }
}
