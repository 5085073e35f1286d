// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_packed: a column of two lanes, each with a sum of its own: ROWS DSP slices in a cascade, two products each.
//   acc[lane] = sum over the beats of a pass of sum over rows of x[row] * w[row][lane], modulo 2^ACC_BITS
// The lanes are two output channels that read the same activations. A slice multiplies x by 2^LANE * w_upper + w_lower.
// When the lower lane's sum over the rows is negative, it takes one from the upper lane. Its sign tells whether it
// does; with CANARY = 1, where the lower sums have one bit more, the parity of the upper lane tells, which is kept
// beside the cascade. w holds {w_upper - (w_lower < 0), w_lower} for each row; the lower lane's sum over the rows of a
// beat fits LANE + CANARY bits. x and w come skewed: row j is j cycles late. The bits step, first and last come one
// cycle before the sum that they belong to is in acc.
// Latency: ROWS + 3 cycles from row 0's x to acc.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears done.
`default_nettype none
module motion_packed #(
    parameter integer ROWS     = 4,  // DSP slices
    parameter integer X_BITS   = 8,  // bits of an activation
    parameter integer X_SIGNED = 1,  // 1: signed (two's complement), 0: unsigned
    parameter integer W_BITS   = 8,  // bits of a weight, two's complement
    parameter integer CANARY   = 0,  // 1: the lower lane's sums have LANE + 1 bits, 0: LANE bits
    parameter integer PORT     = 25, // bits of a slice's wider port: 25 in a DSP48E1, 27 in a DSP48E2
    parameter integer ACC_BITS = 24  // bits of an accumulator, at least those of a product, at most W_BITS + 48 - PORT
) (
    input  wire                     clk,
    input  wire                     rst,
    input  wire [ROWS*X_BITS-1:0]   x,
    input  wire [ROWS*2*W_BITS-1:0] w,
    input  wire                     step,  // the sum of a beat is accumulated
    input  wire                     first, // the beat is the first of a pass
    input  wire                     last,  // the beat is the last of a pass
    output wire [2*ACC_BITS-1:0]    acc,   // lane 0 lowest
    output reg                      done   // acc holds the sums of a pass
);
    localparam integer CASCADE       = 10; // slices in a row; open tools place no longer cascade
    localparam integer X_OP          = X_BITS + ((X_SIGNED != 0) ? 0 : 1); // bits as a signed operand
    localparam integer LANE          = PORT - W_BITS;                      // bits of the lower lane
    localparam integer PRODUCTS_BITS = X_OP + PORT;                        // bits of two products
    localparam integer SUMS_BITS     = LANE + ACC_BITS;                    // bits of two sums

    wire [ROWS*SUMS_BITS-1:0] chain;  // for each row its products plus those of the rows above
    wire [ROWS-1:0]           parity; // of the upper lane in chain

    genvar j;
    generate
        for (j = 0; j < ROWS; j = j + 1) begin : g_row
            wire [X_BITS-1:0] x_row   = x[j*X_BITS +: X_BITS];
            wire [W_BITS-1:0] w_lower = w[2*j*W_BITS +: W_BITS];
            wire [W_BITS-1:0] w_upper = w[(2*j+1)*W_BITS +: W_BITS];
            wire signed [X_OP-1:0] x_op;
            reg  signed [X_OP-1:0] x_reg;
            reg  signed [PORT-1:0] w_reg;
            reg  signed [PRODUCTS_BITS-1:0] products;

            if (X_SIGNED != 0) begin : g_xs assign x_op = $signed(x_row); end
            else begin : g_xu assign x_op = $signed({1'b0, x_row}); end

            always @(posedge clk) begin
                x_reg    <= x_op;
                w_reg    <= {w_upper, {(LANE-W_BITS){w_lower[W_BITS-1]}}, w_lower};
                products <= x_reg * w_reg;
            end

            wire signed [SUMS_BITS-1:0] products_wide;
            if (SUMS_BITS > PRODUCTS_BITS) begin : g_extend
                assign products_wide = {{(SUMS_BITS-PRODUCTS_BITS){products[PRODUCTS_BITS-1]}}, products};
            end else begin : g_cut
                assign products_wide = products[SUMS_BITS-1:0];
            end

            reg signed [SUMS_BITS-1:0] row_sums;
            if (j == 0) begin : g_top
                always @(posedge clk) row_sums <= products_wide;
            end else begin : g_below
                wire signed [SUMS_BITS-1:0] above;
                if (j % CASCADE == 0) begin : g_link
                    motion_link #(.WIDTH(SUMS_BITS)) link (.in(chain[(j-1)*SUMS_BITS +: SUMS_BITS]), .out(above));
                end else begin : g_cascade
                    assign above = chain[(j-1)*SUMS_BITS +: SUMS_BITS];
                end
                always @(posedge clk) row_sums <= products_wide + above;
            end
            assign chain[j*SUMS_BITS +: SUMS_BITS] = row_sums;

            if (CANARY != 0) begin : g_canary
                reg odd_operand, odd_product, odd_sum;
                always @(posedge clk) begin
                    odd_operand <= x_row[0] && (w_upper[0] ^ w_lower[W_BITS-1]);
                    odd_product <= odd_operand;
                end
                if (j == 0) begin : g_top
                    always @(posedge clk) odd_sum <= odd_product;
                end else begin : g_below
                    always @(posedge clk) odd_sum <= odd_product ^ parity[j-1];
                end
                assign parity[j] = odd_sum;
            end else begin : g_none
                assign parity[j] = 1'b0;
            end
        end
    endgenerate

    // ---------------------------------------------------------------- the lanes are separated and accumulated
    wire signed [SUMS_BITS-1:0] total     = chain[ROWS*SUMS_BITS-1 -: SUMS_BITS];
    wire                        negative  = (CANARY != 0) ? total[LANE] ^ parity[ROWS-1] : total[LANE-1];
    wire [LANE:0]               sum_lower = {negative, total[LANE-1:0]};
    wire signed [ACC_BITS-1:0] sum_lower_wide;
    generate
        if (ACC_BITS > LANE + 1) begin : g_wide
            assign sum_lower_wide = {{(ACC_BITS-LANE-1){negative}}, sum_lower};
        end else begin : g_narrow
            assign sum_lower_wide = sum_lower[ACC_BITS-1:0];
        end
    endgenerate
    reg  signed [ACC_BITS-1:0] acc_lower, acc_upper;
    wire signed [ACC_BITS-1:0] kept_lower = first ? {ACC_BITS{1'b0}} : acc_lower;
    wire signed [ACC_BITS-1:0] kept_upper = first ? {ACC_BITS{1'b0}} : acc_upper;
    // What a negative lower lane has taken from the upper lane comes back as a carry.
    wire signed [ACC_BITS:0]   sum_upper = $signed({total[SUMS_BITS-1:LANE], 1'b1}) + $signed({kept_upper, negative});
    wire unused = &{1'b0, parity, sum_lower, sum_upper[0]};

    always @(posedge clk)
        if (step) begin
            acc_lower <= sum_lower_wide + kept_lower;
            acc_upper <= sum_upper[ACC_BITS:1];
        end
    always @(posedge clk)
        if (rst) done <= 1'b0;
        else done <= step && last;
    initial done = 1'b0;
    assign acc = {acc_upper, acc_lower};
endmodule
`default_nettype wire
