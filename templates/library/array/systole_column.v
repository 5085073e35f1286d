// systole_column: one column of the array: ROWS multipliers in a DSP cascade, then an accumulator over the pass.
//   acc = sum over the beats of a pass of sum over rows of x[row] * w[row], modulo 2^ACC_BITS
// x and w come skewed: row j is j cycles late. The bits step, first and last come one cycle before the sum that they
// belong to is in acc.
// Latency: ROWS + 3 cycles from row 0's x to acc, 3 with one row.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears done.
`default_nettype none
module systole_column #(
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
    input  wire                       step,  // a beat's sum is accumulated
    input  wire                       first, // it is the first of a pass
    input  wire                       last,  // it is the last of a pass
    output reg  signed [ACC_BITS-1:0] acc,
    output reg                        done   // acc is the sum of a pass
);
    localparam integer XE = X_BITS + ((X_SIGNED != 0) ? 0 : 1); // bits as signed operands
    localparam integer WE = W_BITS + ((W_SIGNED != 0) ? 0 : 1);

    wire [ROWS*ACC_BITS-1:0] chain;   // each row's sum with the rows above it; with one row its product
    wire signed [ACC_BITS-1:0] total = chain[ROWS*ACC_BITS-1 -: ACC_BITS];

    genvar j;
    generate
        for (j = 0; j < ROWS; j = j + 1) begin : g_row
            wire [X_BITS-1:0] xj = x[j*X_BITS +: X_BITS];
            wire [W_BITS-1:0] wj = w[j*W_BITS +: W_BITS];
            wire signed [XE-1:0] xs;
            wire signed [WE-1:0] ws;
            reg  signed [XE-1:0] a;
            reg  signed [WE-1:0] b;
            reg  signed [XE+WE-1:0] m;

            if (X_SIGNED != 0) begin : g_xs assign xs = $signed(xj); end
            else begin : g_xu assign xs = $signed({1'b0, xj}); end
            if (W_SIGNED != 0) begin : g_ws assign ws = $signed(wj); end
            else begin : g_wu assign ws = $signed({1'b0, wj}); end

            always @(posedge clk) begin
                a <= xs;
                b <= ws;
                m <= a * b;
            end

            wire signed [ACC_BITS-1:0] product;
            if (ACC_BITS > XE + WE) begin : g_extend
                assign product = {{(ACC_BITS-XE-WE){m[XE+WE-1]}}, m};
            end else begin : g_same
                assign product = m;
            end

            if (ROWS == 1) begin : g_single
                assign chain = product;
            end else begin : g_chain
                reg signed [ACC_BITS-1:0] p;
                if (j == 0) begin : g_top
                    always @(posedge clk) p <= product;
                end else begin : g_below
                    always @(posedge clk) p <= product + $signed(chain[(j-1)*ACC_BITS +: ACC_BITS]);
                end
                assign chain[j*ACC_BITS +: ACC_BITS] = p;
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
