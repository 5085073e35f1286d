package systole.rtl;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes in arrays: their columns, in each way to multiply, and what brings elements, weights and sums. */
final class ArrayFaults {
    private ArrayFaults() {}

    static List<Fault> all() {
        return Stream.of(array(), packed(), fabric()).flatMap(List::stream).toList();
    }

    private static List<Fault> array() {
        String column = "systole_column.v";
        return List.of(
                new Fault("never starts a sum anew", "conv", column, "first ? {ACC_BITS{1'b0}} : acc", "acc"),
                new Fault("starts a sum at the last beat", "conv", column, "kept = first ?", "kept = last ?"),
                new Fault(
                        "takes signed elements as unsigned",
                        "conv",
                        column,
                        "assign x_op = $signed(x_row);",
                        "assign x_op = $signed({1'b0, x_row[X_BITS-2:0]});"),
                new Fault(
                        "takes unsigned weights as signed",
                        "grouped",
                        column,
                        "assign w_op = $signed({1'b0, w_row});",
                        "assign w_op = $signed({w_row[W_BITS-1], w_row});"),
                new Fault(
                        "reads all rows' weights at once",
                        "conv",
                        "systole_weights.v",
                        "always @(posedge clk) row_addr <=",
                        "always @* row_addr ="),
                new Fault(
                        "lets weight addresses run on",
                        "conv",
                        "systole_array.v",
                        "wrap ? {AW{1'b0}} : address + 1'b1",
                        "address + 1'b1"),
                new Fault(
                        "delays the control bits a cycle too long",
                        "lanes",
                        "systole_array.v",
                        ".CYCLES(SUM_CYCLES)) pipe_control",
                        ".CYCLES(SUM_CYCLES + 1)) pipe_control"),
                new Fault(
                        "swaps columns' elements",
                        "lanes",
                        "systole_array.v",
                        "(PER_CHAIN - 1 - c % PER_CHAIN) * CHAINS",
                        "(c % PER_CHAIN) * CHAINS"),
                new Fault(
                        "drains the first column first",
                        "conv",
                        "systole_drain.v",
                        "hold <= moved[(i-1)*WIDTH +: WIDTH];",
                        "hold <= in_data[(i-1)*WIDTH +: WIDTH];"),
                new Fault(
                        "drops a drained sum",
                        "conv",
                        "systole_drain.v",
                        "in_valid[i] || place_valid[s+1]",
                        "in_valid[i]"),
                new Fault(
                        "waits too short for other chains",
                        "lanes",
                        "lanes_y.v",
                        ".CYCLES(6)) align_0",
                        ".CYCLES(5)) align_0"));
    }

    private static List<Fault> packed() {
        String file = "systole_packed.v";
        return List.of(
                new Fault(
                        "gives the upper lane nothing back",
                        "full",
                        file,
                        "{kept_upper, negative}",
                        "{kept_upper, 1'b0}"),
                new Fault("looks past the canary", "full", file, "total[LANE] ^ parity[ROWS-1]", "total[LANE]"),
                new Fault(
                        "takes the lower lane as positive",
                        "full",
                        file,
                        "{negative, total[LANE-1:0]}",
                        "{1'b0, total[LANE-1:0]}"),
                new Fault(
                        "forgets what the lower weight took",
                        "full",
                        file,
                        "(w_upper[0] ^ w_lower[W_BITS-1])",
                        "w_upper[0]"),
                new Fault(
                        "loses the parity of the rows above", "full", file, "odd_product ^ parity[j-1]", "odd_product"),
                new Fault(
                        "extends no lower weight",
                        "full",
                        file,
                        "{(LANE-W_BITS){w_lower[W_BITS-1]}}",
                        "{(LANE-W_BITS){1'b0}}"),
                new Fault(
                        "swaps the lanes",
                        "full",
                        file,
                        "acc = {acc_upper, acc_lower}",
                        "acc = {acc_lower, acc_upper}"),
                new Fault(
                        "starts one lane's sum anew",
                        "full",
                        file,
                        "kept_upper = first ? {ACC_BITS{1'b0}} : acc_upper",
                        "kept_upper = acc_upper"),
                new Fault(
                        "drains both lanes from one",
                        "full",
                        "systole_drain.v",
                        "now <= in_data[s*WIDTH +: WIDTH]",
                        "now <= in_data[0 +: WIDTH]"));
    }

    private static List<Fault> fabric() {
        String file = "systole_fabric.v";
        String booth = "systole_booth.v";
        return List.of(
                new Fault("takes no digit off", "fabric", file, "size ^ {TERM{digit[2]}}", "size"),
                new Fault(
                        "forgets the carry of a negative digit",
                        "fabric",
                        file,
                        "{{(ROW_BITS-1){1'b0}}, digit[2]}",
                        "{ROW_BITS{1'b0}}"),
                new Fault("doubles nothing", "fabric", file, "twice ? {x_wide[TERM-2:0], 1'b0}", "twice ? x_wide"),
                new Fault("adds a digit place a bit too low", "fabric", file, "{(1<<l){1'b0}}}", "{((1<<l)-1){1'b0}}}"),
                new Fault(
                        "takes unsigned weights as signed in LUTs",
                        "fabric",
                        file,
                        "(W_SIGNED != 0) && w_row[W_BITS-1]",
                        "w_row[W_BITS-1]"),
                new Fault("takes no digit off in a lane", "booths", booth, "minus ? ~size : size", "size"),
                new Fault("forgets the carry in a lane", "booths", booth, "{term, minus}", "{term, 1'b0}"),
                new Fault("doubles nothing in a lane", "booths", booth, "twice ? x_double", "twice ? x_single"),
                new Fault(
                        "drops product bits",
                        "booths",
                        booth,
                        "{g_digit[r-1].sum[1:0], g_digit[r-1].low}",
                        "{2'b00, g_digit[r-1].low}"),
                new Fault(
                        "keeps the element from the next digit",
                        "booths",
                        booth,
                        "x_late    <= g_digit[r-1].x_here",
                        "x_late    <= {X_BITS{1'b0}}"),
                new Fault(
                        "never starts a lane's sum anew",
                        "booths",
                        "systole_lane.v",
                        "first ? {ACC_BITS{1'b0}} : acc",
                        "acc"));
    }
}
