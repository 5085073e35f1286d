package systole.rtl;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes in every part of the hardware. */
final class Faults {
    static final List<Fault> ALL = Stream.of(
                    window(),
                    array(),
                    packed(),
                    fabric(),
                    requantizers(),
                    memories(),
                    streams(),
                    joins(),
                    pairs(),
                    repeats(),
                    small())
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    private static Fault fault(String name, String network, String file, String find, String replacement) {
        return new Fault(name, network, file, find, replacement);
    }

    private static List<Fault> window() {
        String file = "systole_window.v";
        return List.of(
                fault("pads with 0", "conv", file, "rd_pad ? PAD :", "rd_pad ? {WIDTH{1'b0}} :"),
                fault("pads a row too few", "conv", file, "outside = y[YW-1] || x", "outside = x"),
                fault("pads a column late", "conv", file, "(x >= $signed(IN_W", "(x > $signed(IN_W"),
                fault("wraps the ring a word early", "conv", file, "sum - RING[AW:0];", "sum - RING[AW:0] + 1'b1;"),
                fault("needs a pixel less", "conv", file, "RIGHT_0 + 1;", "RIGHT_0;"),
                fault(
                        "needs a row less at the right edge",
                        "grouped",
                        file,
                        ": bottom_lin + IN_W[NW-1:0];",
                        ": bottom_lin;"),
                fault(
                        "frees a pixel too many a row",
                        "conv",
                        file,
                        "STRIDE_H * IN_W - X_FREED;",
                        "STRIDE_H * IN_W - X_FREED + 1;"),
                fault(
                        "frees a window before it is used",
                        "grouped",
                        file,
                        "!(issue && window_done) ? {NW{1'b0}}",
                        "!(issue && !mid_pass && end_x) ? {NW{1'b0}}"),
                fault(
                        "fills the ring a pixel too far",
                        "conv",
                        file,
                        "occupied_next < $signed(DEPTH[NW-1:0])",
                        "occupied_next <= $signed(DEPTH[NW-1:0])"),
                fault(
                        "steps a beat too far from group to group",
                        "grouped",
                        file,
                        "(BEATS / GROUPS) % RING",
                        "(BEATS / GROUPS + 1) % RING"),
                fault("ignores the dilation", "grouped", file, "(DILATE_W * BEATS) % RING", "BEATS % RING"),
                fault("repeats a pass too few", "conv", file, ".COUNT(REPEAT)", ".COUNT(REPEAT - 1)"),
                fault(
                        "stays in the frame at the start of the next",
                        "lanes",
                        file,
                        "end_y ? STEP_FRAME[AW-1:0] : STEP_Y[AW-1:0]",
                        "STEP_Y[AW-1:0]"),
                fault(
                        "forgets no pass in reset",
                        "conv",
                        file,
                        "if (rst) mid_pass <= 1'b0;\n        else if (issue)",
                        "if (issue)"),
                fault("writes anywhere at first", "conv", file, "wr_addr = {AW{1'b0}};", "wr_addr;"),
                fault("feeds a pass too short", "lanes", "systole_feed.v", ".COUNT(BEATS)", ".COUNT(BEATS - 1)"));
    }

    private static List<Fault> array() {
        String column = "systole_column.v";
        return List.of(
                fault("never starts a sum anew", "conv", column, "first ? {ACC_BITS{1'b0}} : acc", "acc"),
                fault("starts a sum at the last beat", "conv", column, "kept = first ?", "kept = last ?"),
                fault(
                        "takes signed elements as unsigned",
                        "conv",
                        column,
                        "assign xs = $signed(xj);",
                        "assign xs = $signed({1'b0, xj[X_BITS-2:0]});"),
                fault(
                        "takes unsigned weights as signed",
                        "grouped",
                        column,
                        "assign ws = $signed({1'b0, wj});",
                        "assign ws = $signed({wj[W_BITS-1], wj});"),
                fault(
                        "reads all rows' weights at once",
                        "conv",
                        "systole_weights.v",
                        "always @(posedge clk) a <=",
                        "always @* a ="),
                fault(
                        "lets weight addresses run on",
                        "conv",
                        "systole_array.v",
                        "wrap ? {AW{1'b0}} : address + 1'b1",
                        "address + 1'b1"),
                fault(
                        "delays the control bits a cycle too long",
                        "lanes",
                        "systole_array.v",
                        ".CYCLES(SUMS)) pipe_control",
                        ".CYCLES(SUMS + 1)) pipe_control"),
                fault(
                        "swaps columns' elements",
                        "lanes",
                        "systole_array.v",
                        "(Q - 1 - c % Q) * CHAINS",
                        "(c % Q) * CHAINS"),
                fault(
                        "drains the first column first",
                        "conv",
                        "systole_drain.v",
                        "hold <= moved[(i-1)*WIDTH +: WIDTH];",
                        "hold <= in_data[(i-1)*WIDTH +: WIDTH];"),
                fault(
                        "drops a drained sum",
                        "conv",
                        "systole_drain.v",
                        "(in_valid[i] || place_valid[s+1])",
                        "in_valid[i]"),
                fault(
                        "waits too short for other chains",
                        "lanes",
                        "lanes_y.v",
                        ".CYCLES(6)) align_0",
                        ".CYCLES(5)) align_0"));
    }

    private static List<Fault> packed() {
        String file = "systole_packed.v";
        return List.of(
                fault("gives the upper lane nothing back", "full", file, "{kept_1, negative}", "{kept_1, 1'b0}"),
                fault("looks past the canary", "full", file, "total[LANE] ^ parity[ROWS-1]", "total[LANE]"),
                fault(
                        "takes the lower lane as positive",
                        "full",
                        file,
                        "{negative, total[LANE-1:0]}",
                        "{1'b0, total[LANE-1:0]}"),
                fault("forgets what the lower weight took", "full", file, "(w1[0] ^ w0[W_BITS-1])", "w1[0]"),
                fault("loses the parity of the rows above", "full", file, "odd_m ^ parity[j-1]", "odd_m"),
                fault(
                        "extends no lower weight",
                        "full",
                        file,
                        "{(LANE-W_BITS){w0[W_BITS-1]}}",
                        "{(LANE-W_BITS){1'b0}}"),
                fault("swaps the lanes", "full", file, "acc = {acc_1, acc_0}", "acc = {acc_0, acc_1}"),
                fault(
                        "starts one lane's sum anew",
                        "full",
                        file,
                        "kept_1 = first ? {ACC_BITS{1'b0}} : acc_1",
                        "kept_1 = acc_1"),
                fault(
                        "drains both lanes from one",
                        "full",
                        "systole_drain.v",
                        "in_data[(i*LANES+s)*WIDTH +: WIDTH]",
                        "in_data[i*LANES*WIDTH +: WIDTH]"));
    }

    private static List<Fault> fabric() {
        String file = "systole_fabric.v";
        String booth = "systole_booth.v";
        return List.of(
                fault("takes no digit off", "fabric", file, "size ^ {TERM{digit[2]}}", "size"),
                fault(
                        "forgets the carry of a negative digit",
                        "fabric",
                        file,
                        "{{(NOW-1){1'b0}}, digit[2]}",
                        "{NOW{1'b0}}"),
                fault("doubles nothing", "fabric", file, "twice ? {x_1[TERM-2:0], 1'b0}", "twice ? x_1"),
                fault("adds a digit place a bit too low", "fabric", file, "{(1<<l){1'b0}}}", "{((1<<l)-1){1'b0}}}"),
                fault(
                        "takes unsigned weights as signed in LUTs",
                        "fabric",
                        file,
                        "(W_SIGNED != 0) && wj[W_BITS-1]",
                        "wj[W_BITS-1]"),
                fault("takes no digit off in a lane", "booths", booth, "minus ? ~size : size", "size"),
                fault("forgets the carry in a lane", "booths", booth, "{term, minus}", "{term, 1'b0}"),
                fault("doubles nothing in a lane", "booths", booth, "twice ? x_2", "twice ? x_1"),
                fault(
                        "drops product bits",
                        "booths",
                        booth,
                        "{g_digit[r-1].sum[1:0], g_digit[r-1].low}",
                        "{2'b00, g_digit[r-1].low}"),
                fault(
                        "keeps the element from the next digit",
                        "booths",
                        booth,
                        "x_q    <= g_digit[r-1].xr",
                        "x_q    <= {X_BITS{1'b0}}"),
                fault(
                        "never starts a lane's sum anew",
                        "booths",
                        "systole_lane.v",
                        "first ? {ACC_BITS{1'b0}} : acc",
                        "acc"));
    }

    private static List<Fault> requantizers() {
        String file = "systole_requant.v";
        String threshold = "systole_threshold.v";
        return List.of(
                fault(
                        "drops the rounding",
                        "conv",
                        file,
                        "scaled  <= wide[V_BITS-1:0] + {{(V_BITS-ADD_BITS){addend[ADD_BITS-1]}}, addend}",
                        "scaled  <= wide[V_BITS-1:0]"),
                fault("drops the upper half of a product", "wide", file, "scaled + high_wide[V_BITS-1:0]", "scaled"),
                fault("rounds as if never below 0", "lanes", file, "addend <= t[T_BITS-1] ?", "addend <= 1'b0 ?"),
                fault("shifts a bit too far", "conv", file, "v[V_BITS-1:SHIFT]};", "v[V_BITS-1:SHIFT]} >>> 1;"),
                fault("saturates nothing", "conv", file, "fits ? biased[T_BITS-1:0] :", "1'b1 ? biased[T_BITS-1:0] :"),
                fault("breaks ties upwards", "grouped", file, "assign tie = v[SHIFT] &&", "assign tie = 1'b0 &&"),
                fault("breaks all ties downwards", "grouped", file, "assign tie = v[SHIFT] && (", "assign tie = ("),
                fault("clamps one level late", "lanes", file, "(element > HIGH_W)", "(element > HIGH_W + 1)"),
                fault("adds no zero point", "conv", file, "level + ZERO_W -", "level -"),
                fault(
                        "takes the next channel's parameters",
                        "conv",
                        file,
                        ".addr(channel), .data(word)",
                        ".addr(channel + 1'b1), .data(word)"),
                fault("mixes up the channels", "conv", file, "wrap ? {AW{1'b0}} : channel + 1'b1", "channel + 1'b1"),
                fault(
                        "keeps the channel through a reset",
                        "conv",
                        file,
                        "if (rst) channel <= {AW{1'b0}};\n        else if",
                        "if"),
                fault("counts thresholds below only", "levels", threshold, ") >= $signed(", ") > $signed("),
                fault(
                        "compares thresholds without sign",
                        "levels",
                        threshold,
                        "$signed(sum_wide) >= $signed(threshold)",
                        "sum_wide >= threshold"),
                fault(
                        "goes the wrong way in the thresholds",
                        "levels",
                        threshold,
                        "{place_1, $signed",
                        "{place_1, !$signed"));
    }

    private static List<Fault> memories() {
        return List.of(fault("has a wrong weight", "conv", "conv_y_w1.mem", "7ddf\n4e12", "7ddf\n4e13"));
    }

    private static List<Fault> streams() {
        String fifo = "systole_fifo.v";
        return List.of(
                fault("grants a pass too many", "conv", "systole_credit.v", "(next != PASSES", "(next != 1 + PASSES"),
                fault("grants passes without end", "lanes", "systole_credit.v", "(next != PASSES[CW-1:0])", "1'b1"),
                fault(
                        "returns a pass with its first beat",
                        "conv",
                        "systole_credit.v",
                        "beat_taken && last",
                        "beat_taken"),
                fault("is never full", "diamond", fifo, "full  <= write && (wr_next == rd_addr)", "full  <= 1'b0"),
                fault("writes although full", "diamond", fifo, "in_valid && !full;", "in_valid;"),
                fault("reads over a waiting beat", "conv", fifo, "!empty && (!out_valid_q || out_ready)", "!empty"),
                fault(
                        "offers a beat twice",
                        "conv",
                        fifo,
                        "else if (out_ready) out_valid_q",
                        "else if (empty && out_ready && wr_addr[0]) out_valid_q"),
                fault(
                        "joins the last part lowest",
                        "grouped",
                        "systole_widen.v",
                        "{in_data, data[WIDTH*RATIO-1:WIDTH]}",
                        "{data[WIDTH*(RATIO-1)-1:0], in_data}"),
                fault(
                        "takes parts over a waiting beat",
                        "diamond",
                        "systole_widen.v",
                        "in_ready  = !valid || out_ready",
                        "in_ready  = 1'b1"),
                fault(
                        "splits the highest part first",
                        "diamond",
                        "systole_narrow.v",
                        "out_data  = data[WIDTH-1:0]",
                        "out_data  = data[WIDTH*RATIO-1 -: WIDTH]"),
                fault(
                        "splits on without waiting",
                        "diamond",
                        "systole_narrow.v",
                        "else if (step) data <=",
                        "else data <="));
    }

    private static List<Fault> joins() {
        return List.of(
                fault("gives beats twice", "diamond", "systole_fork.v", "& ~taken;", ";"),
                fault("waits for the first reader only", "diamond", "systole_fork.v", "= &done;", "= done[0];"),
                fault(
                        "moves a beat too many",
                        "diamond",
                        "systole_concat.v",
                        "CHUNKS[32*i +: 32]",
                        "CHUNKS[32*i +: 32] + 1"),
                fault(
                        "adds a term twice",
                        "diamond",
                        "systole_terms.v",
                        "sum <= term_a + term_b;",
                        "sum <= term_b + term_b;"),
                fault("adds without signs", "diamond", "systole_terms.v", "(A_SIGNED != 0) && ai", "1'b0 && ai"),
                fault(
                        "swaps two tables",
                        "diamond",
                        "diamond_s.v",
                        ".FILE_A(\"diamond_s_a.mem\")",
                        ".FILE_A(\"diamond_s_b.mem\")"),
                fault("pads a row too many", "diamond", "systole_pad.v", "(y < $signed(", "(y <= $signed("),
                fault(
                        "begins a border before its frame",
                        "diamond",
                        "systole_pad.v",
                        "(started && !in_frame)",
                        "!in_frame"));
    }

    private static List<Fault> pairs() {
        String product = "systole_product.v";
        String extremum = "systole_extremum.v";
        return List.of(
                fault("leaves a zero point in", "pairs", product, "ai} - A_ZERO[A_BITS:0];", "ai};"),
                fault("multiplies without signs", "pairs", product, "(B_SIGNED != 0) && bi[B_BITS-1]", "1'b0"),
                fault("multiplies beats of two cycles", "pairs", product, "product <= ra * rb", "product <= delayed"),
                fault("adds instead", "pairs", "systole_terms.v", "(SUBTRACT != 0) ? -wide_b", "1'b0 ? -wide_b"),
                fault("takes the lesser", "pairs", extremum, "(GREATEST != 0)", "(GREATEST == 0)"),
                fault("orders negative elements last", "pairs", extremum, "(ai ^ SIGN) > (bi ^ SIGN)", "ai > bi"),
                fault("overwrites what waits", "pairs", extremum, "if (take) out_data[", "if (a_valid) out_data["),
                fault("takes one without the other", "pairs", extremum, "b_ready = a_valid &&", "b_ready ="));
    }

    private static List<Fault> repeats() {
        String file = "systole_repeat.v";
        return List.of(
                fault("repeats once too few", "enlarged", file, ".COUNT(TIMES)", ".COUNT(TIMES - 1)"),
                fault("repeats a block too short", "enlarged", file, ".COUNT(BEATS)", ".COUNT(BEATS - 1)"),
                fault("frees a block at once", "enlarged", file, "read && end_time;", "read && first;"),
                fault("is never full again", "enlarged", file, "(held_next == MOST)", "1'b0"),
                fault("reads what has not come", "enlarged", file, "unread != {CW{1'b0}})", "1'b1)"),
                fault("goes on after a block", "enlarged", file, "(end_beat && !end_time) ? start :", ""),
                fault("keeps its place through a reset", "enlarged", file, "            start   <= {AW{1'b0}};\n", ""));
    }

    private static List<Fault> small() {
        return List.of(
                fault(
                        "clamps a level too high",
                        "diamond",
                        "systole_clamp.v",
                        "LOW[BITS-1:0] ^",
                        "(LOW[BITS-1:0] + 1'b1) ^"),
                fault(
                        "compares without signs",
                        "grouped",
                        "systole_max.v",
                        "(now ^ SIGN) > (best ^ SIGN)",
                        "now > best"),
                fault("keeps the maximum of the last window", "grouped", "systole_max.v", "in_first || ", ""),
                fault("finds the last of equal ones", "winner", "systole_argmax.v", "(now > best)", "(now >= best)"),
                fault(
                        "finds the place after",
                        "winner",
                        "systole_argmax.v",
                        "place_best <= running ? place :",
                        "place_best <= running ? place + 1'b1 :"),
                fault("changes an entry while it waits", "winner", "systole_lookup.v", "if (in_ready) entry", "entry"),
                fault(
                        "mends the reciprocal twice less",
                        "probable",
                        "systole_softmax.v",
                        "mends == 2'd2",
                        "mends == 2'd0"),
                fault(
                        "rounds probabilities down",
                        "probable",
                        "systole_softmax.v",
                        "+ {7'd0, doubled[0] && (doubled[8:1] != 8'hff)}",
                        ""),
                fault(
                        "takes the maximum of the next pixel",
                        "probable",
                        "systole_softmax.v",
                        "if (state == IDLE) top",
                        "if (state != PUT) top"),
                fault("ends frames a beat late", "lanes", "lanes.v", ")) frame_out", " + 1)) frame_out"),
                fault("does not drop a surplus", "lanes", "systole_guard.v", "dropping   <= 1'b1;", ""),
                fault("fills no short frame", "lanes", "systole_guard.v", "filling     <= 1'b1;", ""),
                fault("tells no short frame", "lanes", "systole_guard.v", "short_frame <= 1'b1;", ""),
                fault(
                        "lets valid through a reset",
                        "lanes",
                        "systole_pipe.v",
                        "if (rst) line <= {WIDTH*CYCLES{1'b0}};\n                else line",
                        "line"));
    }
}
