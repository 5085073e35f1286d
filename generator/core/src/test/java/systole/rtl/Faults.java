package systole.rtl;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes in the hardware that engines have in common, and around them. Those of one kind of engine lie with its sample. */
final class Faults {
    static final List<Fault> ALL = Stream.of(
                    window(),
                    ArrayFaults.all(),
                    LstmFaults.all(),
                    requantizers(),
                    memories(),
                    streams(),
                    joins(),
                    paddings(),
                    small())
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    private static List<Fault> window() {
        String file = "systole_window.v";
        return List.of(
                new Fault("pads with 0", "conv", file, "rd_pad ? PAD[s +: BITS] :", "rd_pad ? {BITS{1'b0}} :"),
                new Fault("pads a row too few", "conv", file, "(y[YW-1] || x", "(x"),
                new Fault("pads a column late", "conv", file, "(x >= $signed(IN_W", "(x > $signed(IN_W"),
                new Fault(
                        "wraps the ring a word early",
                        "conv",
                        file,
                        "{1'b0, addr} + less;",
                        "{1'b0, addr} + less + 1'b1;"),
                new Fault("needs a pixel less", "conv", file, "RIGHT_0 + 1;", "RIGHT_0;"),
                new Fault(
                        "needs a column less at the right edge",
                        "grouped",
                        file,
                        ".FULL(FULL_COLUMNS)",
                        ".FULL(FULL_COLUMNS - 1)"),
                new Fault(
                        "frees a pixel too many a row",
                        "conv",
                        file,
                        "STRIDE_H * IN_W - X_FREED - 1;",
                        "STRIDE_H * IN_W - X_FREED;"),
                new Fault(
                        "frees a window before it is used",
                        "grouped",
                        file,
                        "!(issue && window_done) ? {NW{1'b0}}",
                        "!(issue && !mid_pass && end_x) ? {NW{1'b0}}"),
                new Fault("fills the ring a pixel too far", "conv", file, "EMPTY = -DEPTH;", "EMPTY = -DEPTH - 1;"),
                new Fault(
                        "steps a beat too far from group to group",
                        "grouped",
                        file,
                        "(BEATS / GROUPS) % RING",
                        "(BEATS / GROUPS + 1) % RING"),
                new Fault("ignores the dilation", "grouped", file, "(DILATE_W * BEATS) % RING", "BEATS % RING"),
                new Fault("repeats a pass too few", "conv", file, ".COUNT(REPEAT)", ".COUNT(REPEAT - 1)"),
                new Fault(
                        "stays in the frame at the start of the next",
                        "lanes",
                        file,
                        "end_y ? frame_addr : (BEATS",
                        "(BEATS"),
                new Fault(
                        "forgets no pass in reset",
                        "conv",
                        file,
                        "if (rst) mid_pass <= 1'b0;\n        else if (issue)",
                        "if (issue)"),
                new Fault(
                        "writes anywhere at first",
                        "conv",
                        "systole_slice.v",
                        "own_wr_addr = {AW{1'b0}};",
                        "own_wr_addr;"),
                new Fault("feeds a pass too short", "lanes", "systole_feed.v", ".COUNT(BEATS)", ".COUNT(BEATS - 1)"));
    }

    private static List<Fault> requantizers() {
        String file = "systole_requant.v";
        String scale = "systole_scale.v";
        String threshold = "systole_threshold.v";
        return List.of(
                new Fault(
                        "drops the rounding",
                        "conv",
                        scale,
                        "scaled <= wide[VALUE_BITS-1:0] + {{(VALUE_BITS-ADD_BITS){addend[ADD_BITS-1]}}, addend}",
                        "scaled <= wide[VALUE_BITS-1:0]"),
                new Fault(
                        "drops the upper half of a product",
                        "wide",
                        scale,
                        "lower[VALUE_BITS-1:0] + upper_wide[VALUE_BITS-1:0]",
                        "lower[VALUE_BITS-1:0]"),
                new Fault(
                        "rounds as if never below 0",
                        "lanes",
                        file,
                        "addend <= total[TOTAL_BITS-1] ?",
                        "addend <= 1'b0 ?"),
                new Fault(
                        "shifts a bit too far",
                        "conv",
                        file,
                        "value[VALUE_BITS-1:SHIFT]};",
                        "value[VALUE_BITS-1:SHIFT]} >>> 1;"),
                new Fault(
                        "saturates nothing",
                        "conv",
                        file,
                        "fits ? biased[TOTAL_BITS-1:0] :",
                        "1'b1 ? biased[TOTAL_BITS-1:0] :"),
                new Fault(
                        "breaks ties upwards", "grouped", file, "assign tie = value[SHIFT] &&", "assign tie = 1'b0 &&"),
                new Fault(
                        "breaks all ties downwards",
                        "grouped",
                        file,
                        "assign tie = value[SHIFT] && (",
                        "assign tie = ("),
                new Fault(
                        "clamps one level late",
                        "lanes",
                        file,
                        "$signed(MOST[LEVEL_BITS-1:0])",
                        "$signed(MOST[LEVEL_BITS-1:0] + 1'b1)"),
                new Fault(
                        "adds no zero point",
                        "conv",
                        file,
                        "even[OUT_BITS-1:0] + ZERO[OUT_BITS-1:0]",
                        "even[OUT_BITS-1:0]"),
                new Fault(
                        "takes the next channel's parameters",
                        "conv",
                        file,
                        ".addr(channel), .data(read)",
                        ".addr(channel + 1'b1), .data(read)"),
                new Fault(
                        "mixes up the channels", "conv", file, "wrap ? {AW{1'b0}} : channel + 1'b1", "channel + 1'b1"),
                new Fault(
                        "keeps the channel through a reset",
                        "conv",
                        file,
                        "if (rst) channel <= {AW{1'b0}};\n        else if",
                        "if"),
                new Fault("counts thresholds below only", "levels", threshold, ") >= $signed(", ") > $signed("),
                new Fault(
                        "compares thresholds without sign",
                        "levels",
                        threshold,
                        "$signed(sum_wide) >= $signed(threshold)",
                        "sum_wide >= threshold"),
                new Fault(
                        "goes the wrong way in the thresholds",
                        "levels",
                        threshold,
                        "{place_1, $signed",
                        "{place_1, !$signed"));
    }

    private static List<Fault> memories() {
        return List.of(new Fault("has a wrong weight", "conv", "conv_y.w1.mem", "7ddf\n4e12", "7ddf\n4e13"));
    }

    private static List<Fault> streams() {
        String fifo = "systole_fifo.v";
        return List.of(
                new Fault(
                        "grants a pass too many",
                        "conv",
                        "systole_credit.v",
                        "(count != BUT_ONE",
                        "(count != 1 + BUT_ONE"),
                new Fault(
                        "grants passes without end", "lanes", "systole_credit.v", "(count != BUT_ONE[CW-1:0])", "1'b1"),
                new Fault(
                        "returns a pass with its first beat", "conv", "systole_credit.v", "= taken && last", "= taken"),
                new Fault("is never full", "diamond", fifo, "= free[CW-1];", "= 1'b1;"),
                new Fault("writes although full", "diamond", fifo, "in_valid && room;", "in_valid;"),
                new Fault("reads over a waiting beat", "conv", "systole_slice.v", ".rd_en(free)", ".rd_en(1'b1)"),
                new Fault(
                        "offers a beat twice",
                        "conv",
                        "systole_stage.v",
                        "waits <= in_valid;",
                        "waits <= in_valid || waits;"),
                new Fault(
                        "joins the last part lowest",
                        "grouped",
                        "systole_widen.v",
                        "{part_data[s +: BITS], data[BITS*RATIO-1:BITS]}",
                        "{data[BITS*(RATIO-1)-1:0], part_data[s +: BITS]}"),
                new Fault(
                        "takes parts over a waiting beat",
                        "diamond",
                        "systole_widen.v",
                        "take = part_valid && free;",
                        "take = part_valid;"),
                new Fault(
                        "splits the highest part first",
                        "diamond",
                        "systole_narrow.v",
                        "= data[BITS-1:0]",
                        "= data[BITS*RATIO-1 -: BITS]"),
                new Fault(
                        "splits on without waiting",
                        "diamond",
                        "systole_narrow.v",
                        "if (free) data <= last",
                        "data <= last"),
                new Fault("loses the beat that waits", "diamond", "systole_skid.v", "(empty && !in_valid)", "empty"),
                new Fault(
                        "takes a beat over the one that waits",
                        "diamond",
                        "systole_skid.v",
                        "if (empty) data <=",
                        "data <="),
                new Fault(
                        "keeps the beat that waits through a reset",
                        "diamond",
                        "systole_skid.v",
                        "if (rst) empty <= 1'b1;",
                        "if (1'b0) empty <= 1'b1;"));
    }

    private static List<Fault> joins() {
        return List.of(
                new Fault("gives beats twice", "diamond", "systole_fork.v", "& ~taken;", ";"),
                new Fault("waits for the first reader only", "diamond", "systole_fork.v", "= &done;", "= done[0];"));
    }

    private static List<Fault> paddings() {
        String trim = "systole_trim.v";
        String pack = "systole_pack.v";
        return List.of(
                new Fault(
                        "lets a channel through that there is not",
                        "padded",
                        trim,
                        "LAST_KEPT = KEEP[CW-1:0] - 1'b1",
                        "LAST_KEPT = KEEP[CW-1:0]"),
                new Fault("drops nothing", "padded", trim, "goes_on = in_valid && !dropping;", "goes_on = in_valid;"),
                new Fault(
                        "ends a round of channels early",
                        "padded",
                        trim,
                        "ROUND[CW-1:0] - 1'b1",
                        "ROUND[CW-1:0] - 2'd2"),
                new Fault("takes a beat over another", "padded", trim, "dropping || g_slice[0].free", "1'b1"),
                new Fault(
                        "keeps its place among the channels through a reset",
                        "padded",
                        trim,
                        "            place    <= {CW{1'b0}};\n",
                        ""),
                new Fault(
                        "packs two pixels into a beat",
                        "padded",
                        pack,
                        "(place == LAST) || end_block;",
                        "(place == LAST);"),
                new Fault("counts a pixel's beats short", "padded", pack, ".COUNT(BEATS)", ".COUNT(BEATS - 1)"),
                new Fault(
                        "takes an element more for a pixel",
                        "padded",
                        "padded_y.v",
                        ".RATIO(3), .BEATS(5)",
                        ".RATIO(3), .BEATS(6)"));
    }

    private static List<Fault> small() {
        return List.of(
                new Fault("ends frames a beat late", "lanes", "lanes.v", ")) frame_out", " + 1)) frame_out"),
                new Fault("does not drop a surplus", "lanes", "systole_guard.v", "dropping   <= 1'b1;", ""),
                new Fault("fills no short frame", "lanes", "systole_guard.v", ": ends_early;", ": 1'b0;"),
                new Fault(
                        "tells no short frame", "lanes", "systole_guard.v", "if (ends_early) short_frame <= 1'b1;", ""),
                new Fault(
                        "lets valid through a reset",
                        "lanes",
                        "systole_pipe.v",
                        "if (rst) line <= {WIDTH*CYCLES{1'b0}};\n                else line",
                        "line"));
    }
}
