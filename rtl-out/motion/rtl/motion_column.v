// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_column: one column of the array: ROWS multipliers in a DSP cascade, then an accumulator over the pass.
//   acc = sum over the beats of a pass of sum over rows of x[row] * w[row], modulo 2^ACC_BITS
// x and w come skewed: row j is j cycles late. The bits step, first and last come one cycle before the sum that they
// belong to is in acc.
// Latency: ROWS + 3 cycles from row 0's x to acc, 3 with one row.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears done.
`default_nettype none
module motion_column #(
    parameter integer ROWS     = 1, // multipliers
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
    localparam integer CASCADE = 10; // slices in a row; open tools place no longer cascade
    localparam integer X_OP = X_BITS + ((X_SIGNED != 0) ? 0 : 1); // bits as signed operands
    localparam integer W_OP = W_BITS + ((W_SIGNED != 0) ? 0 : 1);

    wire [ROWS*ACC_BITS-1:0] chain;   // for each row its product plus those of the rows above
    wire signed [ACC_BITS-1:0] total = chain[ROWS*ACC_BITS-1 -: ACC_BITS];

    genvar j;
    generate
        for (j = 0; j < ROWS; j = j + 1) begin : g_row
            wire [X_BITS-1:0] x_row = x[j*X_BITS +: X_BITS];
            wire [W_BITS-1:0] w_row = w[j*W_BITS +: W_BITS];
            wire signed [X_OP-1:0] x_op;
            wire signed [W_OP-1:0] w_op;
            reg  signed [X_OP-1:0] x_reg;
            reg  signed [W_OP-1:0] w_reg;
            reg  signed [X_OP+W_OP-1:0] product;

            if (X_SIGNED != 0) begin : g_xs assign x_op = $signed(x_row); end
            else begin : g_xu assign x_op = $signed({1'b0, x_row}); end
            if (W_SIGNED != 0) begin : g_ws assign w_op = $signed(w_row); end
            else begin : g_wu assign w_op = $signed({1'b0, w_row}); end

            always @(posedge clk) begin
                x_reg   <= x_op;
                w_reg   <= w_op;
                product <= x_reg * w_reg;
            end

            wire signed [ACC_BITS-1:0] product_wide;
            if (ACC_BITS > X_OP + W_OP) begin : g_extend
                assign product_wide = {{(ACC_BITS-X_OP-W_OP){product[X_OP+W_OP-1]}}, product};
            end else begin : g_same
                assign product_wide = product;
            end

            if (ROWS == 1) begin : g_single
                assign chain = product_wide;
            end else begin : g_chain
                reg signed [ACC_BITS-1:0] row_sum;
                if (j == 0) begin : g_top
                    always @(posedge clk) row_sum <= product_wide;
                end else begin : g_below
                    wire signed [ACC_BITS-1:0] above;
                    if (j % CASCADE == 0) begin : g_link
                        motion_link #(.WIDTH(ACC_BITS)) link (.in(chain[(j-1)*ACC_BITS +: ACC_BITS]), .out(above));
                    end else begin : g_cascade
                        assign above = chain[(j-1)*ACC_BITS +: ACC_BITS];
                    end
                    always @(posedge clk) row_sum <= product_wide + above;
                end
                assign chain[j*ACC_BITS +: ACC_BITS] = row_sum;
            end
        end
    endgenerate

    wire signed [ACC_BITS-1:0] kept = first ? {ACC_BITS{1'b0}} : acc;
    always @(posedge clk)
        if (step) acc <= total + kept;
    always @(posedge clk)
        if (rst) done <= 1'b0;
        else done <= step && last;
    initial done = 1'b0;
endmodule
`default_nettype wire
