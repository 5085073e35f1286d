// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_fabric: one column of the array in LUTs: ROWS Booth multipliers, then an accumulator over the pass.
//   acc = sum over the beats of a pass of sum over rows of x[row] * w[row], modulo 2^ACC_BITS
// Each radix-4 digit place has a cascade of its own over the rows, in which one LUT a bit adds or subtracts 0, x or 2x.
// At their ends the cascades are added up by a tree of LEVELS levels, one level a cycle. x and w come skewed: row j is
// j cycles late. The bits step, first and last come one cycle before the sum that they belong to is in acc.
// Latency: ROWS + LEVELS + 1 cycles from row 0's x to acc, LEVELS = $clog2(ceil(bits of a signed weight / 2)).
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears done.
`default_nettype none
module motion_fabric #(
    parameter integer ROWS     = 2, // multipliers
    parameter integer X_BITS   = 8, // bits of an activation
    parameter integer X_SIGNED = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer W_BITS   = 8, // bits of a weight
    parameter integer W_SIGNED = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer ACC_BITS = 24 // bits of the accumulator, at least those of a product
) (
    input  wire                       clk,
    input  wire                       rst,
    input  wire [ROWS*X_BITS-1:0]     x,
    input  wire [ROWS*W_BITS-1:0]     w,
    input  wire                       step,  // the sum of a beat is accumulated
    input  wire                       first, // the beat is the first of a pass
    input  wire                       last,  // the beat is the last of a pass
    output reg  signed [ACC_BITS-1:0] acc,
    output reg                        done   // acc is the sum of a pass
);
    localparam integer X_OP   = X_BITS + ((X_SIGNED != 0) ? 0 : 1); // bits as signed operands
    localparam integer W_OP   = W_BITS + ((W_SIGNED != 0) ? 0 : 1);
    localparam integer DIGITS = (W_OP + 1) / 2;
    localparam integer LEVELS = $clog2(DIGITS);         // of the tree over the digit places
    localparam integer LEAVES = 1 << LEVELS;
    localparam integer TERM   = X_OP + 2;               // bits of a digit's product, negated in two's complement
    localparam integer SUM    = TERM + $clog2(ROWS);    // bits of a digit place's sum

    wire [LEAVES*SUM-1:0] places; // for each digit place the sum over the rows
    genvar j, r, l;
    generate
        for (r = 0; r < LEAVES; r = r + 1) begin : g_place
            if (r >= DIGITS) begin : g_none
                assign places[r*SUM +: SUM] = {SUM{1'b0}};
            end else begin : g_digit
                for (j = 0; j < ROWS; j = j + 1) begin : g_row
                    localparam integer ROW_BITS = TERM + $clog2(j + 1); // bits of the sum of the rows up to this one
                    wire [X_BITS-1:0]   x_row  = x[j*X_BITS +: X_BITS];
                    wire [W_BITS-1:0]   w_row  = w[j*W_BITS +: W_BITS];
                    wire [W_BITS+2:0]   digits = {{2{(W_SIGNED != 0) && w_row[W_BITS-1]}}, w_row, 1'b0};
                    wire [2:0]          digit  = digits[2*r +: 3];
                    wire [TERM-1:0]     x_wide = {{(TERM-X_BITS){(X_SIGNED != 0) && x_row[X_BITS-1]}}, x_row};
                    wire                once   = digit[1] ^ digit[0];
                    wire                twice  = (digit[2] ^ digit[1]) && !once;
                    wire [TERM-1:0]     size   = once ? x_wide : twice ? {x_wide[TERM-2:0], 1'b0} : {TERM{1'b0}};
                    wire [TERM-1:0]     term   = size ^ {TERM{digit[2]}};
                    wire [ROW_BITS-1:0] carry  = {{(ROW_BITS-1){1'b0}}, digit[2]};
                    wire [ROW_BITS-1:0] above;
                    reg  [ROW_BITS-1:0] sum;
                    wire unused = &{1'b0, digits};
                    if (j == 0) begin : g_top
                        assign above = {ROW_BITS{1'b0}};
                    end else if (ROW_BITS > TERM + $clog2(j)) begin : g_grow
                        assign above = {g_row[j-1].sum[ROW_BITS-2], g_row[j-1].sum};
                    end else begin : g_below
                        assign above = g_row[j-1].sum;
                    end
                    if (ROW_BITS > TERM) begin : g_extend
                        always @(posedge clk) sum <= above + {{(ROW_BITS-TERM){term[TERM-1]}}, term} + carry;
                    end else begin : g_same
                        always @(posedge clk) sum <= above + term + carry;
                    end
                end
                assign places[r*SUM +: SUM] = g_row[ROWS-1].sum;
            end
        end
        for (l = 0; l <= LEVELS; l = l + 1) begin : g_level
            localparam integer NODES = LEAVES >> l; // nodes of the level
            localparam integer NB    = SUM + 2 * ((1 << l) - 1) + l; // bits of a node
            wire [NODES*NB-1:0] node;
            if (l == 0) begin : g_leaves
                assign node = places;
            end else begin : g_tree
                localparam integer PB = SUM + 2 * ((1 << (l - 1)) - 1) + l - 1; // bits of a node of the level below
                for (r = 0; r < NODES; r = r + 1) begin : g_node
                    wire signed [NB-1:0] low  = {{(NB-PB){g_level[l-1].node[(2*r+1)*PB-1]}}, g_level[l-1].node[2*r*PB +: PB]};
                    wire signed [NB-1:0] high = {{(NB-PB-(1<<l)){g_level[l-1].node[(2*r+2)*PB-1]}}, g_level[l-1].node[(2*r+1)*PB +: PB], {(1<<l){1'b0}}};
                    reg  signed [NB-1:0] sum;
                    always @(posedge clk) sum <= low + high;
                    assign node[r*NB +: NB] = sum;
                end
            end
        end
    endgenerate

    localparam integer ROOT_BITS = SUM + 2 * (LEAVES - 1) + LEVELS;
    wire [ROOT_BITS-1:0] root = g_level[LEVELS].node;
    wire signed [ACC_BITS-1:0] total;
    generate
        if (ACC_BITS > ROOT_BITS) begin : g_wide
            assign total = {{(ACC_BITS-ROOT_BITS){root[ROOT_BITS-1]}}, root};
        end else begin : g_cut
            assign total = root[ACC_BITS-1:0];
        end
    endgenerate
    wire unused = &{1'b0, root};
    wire signed [ACC_BITS-1:0] kept = first ? {ACC_BITS{1'b0}} : acc;
    always @(posedge clk)
        if (step) acc <= total + kept;
    always @(posedge clk)
        if (rst) done <= 1'b0;
        else done <= step && last;
    initial done = 1'b0;
endmodule
`default_nettype wire
