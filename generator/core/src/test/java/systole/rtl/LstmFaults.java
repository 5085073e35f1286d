package systole.rtl;

import java.util.List;

/**
 * Mistakes in an LSTM. The networks: "memory" carries its state over and puts every h out, a gate at once,
 * with curves; "gates" has four gates at once and a limited cell; "bursts" has sums that come faster than they are treated.
 */
final class LstmFaults {
    private LstmFaults() {}

    static List<Fault> all() {
        return List.of(
                // h and its turns
                turns("keeps the h of the frame before", "gates", ".in(next_first && next_afresh)", ".in(1'b0)"),
                turns("forgets h in every step", "gates", ".in(next_first && next_afresh)", ".in(next_afresh)"),
                turns("begins with 0 instead of h's zero point", "gates", "ZERO_WORD = ZERO;", "ZERO_WORD = 0;"),
                turns("does not listen to the flag", "memory", "!primed || flag_data", "!primed"),
                turns("begins every frame afresh", "memory", "!primed || flag_data", "1'b1"),
                turns("carries a state over a reset", "memory", "            primed    <= 1'b0;\n", ""),
                turns("takes a flag with every step", "memory", "starting && first; // for", "starting; // for"),
                turns(
                        "does not drop the h of the frame before",
                        "gates",
                        "primed && granted;",
                        "primed && granted && !zero;"),
                turns(
                        "does not wait for room",
                        "memory",
                        "granted  = !(starting && leaves) || pass_ready",
                        "granted  = 1'b1"),
                turns("asks for room too late", "gates", "(SEQUENCE != 0) || last;", "1'b0;"),
                turns(
                        "goes over h once only",
                        "bursts",
                        "end_turn = take && end_beat && end_passes;",
                        "end_turn = take && end_beat && (end_passes || recurrent);"),
                turns("takes h as unsigned", "memory", "(H_SIGNED != 0) && h_element[H_BITS-1]", "1'b0"),
                new Fault(
                        "overwrites x that is still read",
                        "memory",
                        "systole_repeat.v",
                        "in_valid && room;",
                        "in_valid;"),
                new Fault(
                        "packs h of two steps into a word",
                        "bursts",
                        "systole_pack.v",
                        "(place == LAST) || end_block;",
                        "(place == LAST);"),
                // where kernel and recurrent sums meet
                meet(
                        "swaps kernel and recurrent sums",
                        "(in_valid && last) recurrent <= !recurrent",
                        "(in_valid && last) recurrent <= 1'b1"),
                meet("does not clamp the sum", "fits ? sum[15:0] : {sum[BITS], {15{!sum[BITS]}}};", "sum[15:0];"),
                meet(
                        "does not clamp the kernel sum",
                        "fits ? sum[15:0] : {sum[BITS-1], {15{!sum[BITS-1]}}};",
                        "sum[15:0];"),
                // gates
                new Fault(
                        "swaps the gates i and f",
                        "gates",
                        "systole_gates.v",
                        "sigmoid[0 +: 32]}",
                        "sigmoid[0 +: 16], sigmoid[16 +: 16]}"),
                new Fault(
                        "takes the tanh of another gate",
                        "memory",
                        "systole_gates.v",
                        "(place == BEFORE_G[1:0])",
                        "(place != BEFORE_G[1:0])"),
                new Fault(
                        "limits a gate a step too high",
                        "gates",
                        "systole_line.v",
                        "(x > X_HIGH) ? HIGH",
                        "(x > X_HIGH) ? HIGH - 16'sd64"),
                new Fault("has no mirror", "memory", "systole_curve.v", "if (negative) y", "if (1'b0) y"),
                new Fault(
                        "takes the slope of a later argument",
                        "memory",
                        "systole_curve.v",
                        "place_1 <= argument[BITS-1:0]",
                        "place_1 <= ~argument[BITS-1:0]"),
                // cells
                cell("keeps the cells of the frame before", "gates", "(first ? fresh : fresh_step)", "(1'b0)"),
                cell("resets the first cell only", "gates", "(first ? fresh : fresh_step)", "(first && fresh)"),
                cell("takes the cell of the next unit", "gates", ".rd_addr(rd_next)", ".rd_addr(wr_addr)"),
                cell(
                        "has no cell limit",
                        "gates",
                        "(unlimited > $signed({HIGH[17], HIGH}))",
                        "(unlimited > 19'sd32767)"),
                cell("lets a cell run over", "bursts", "fits ? sum[15:0] : {sum[18], {15{!sum[18]}}};", "sum[15:0];"),
                cell("takes o of another unit", "gates", ".CYCLES(LATENCY)) delay_o", ".CYCLES(LATENCY + 1)) delay_o"),
                new Fault("rounds products down", "gates", "systole_round.v", "+ add[SUM-1:0];", ";"),
                // flags
                new Fault(
                        "gives a flag to the wrong frame",
                        "memory",
                        "systole_flags.v",
                        ".in_valid(step && first)",
                        ".in_valid(step && last)"));
    }

    private static Fault turns(String name, String network, String find, String replacement) {
        return new Fault(name, network, "systole_turns.v", find, replacement);
    }

    private static Fault meet(String name, String find, String replacement) {
        return new Fault(name, "bursts", "systole_meet.v", find, replacement);
    }

    private static Fault cell(String name, String network, String find, String replacement) {
        return new Fault(name, network, "systole_cell.v", find, replacement);
    }
}
