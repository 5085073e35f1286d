// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_lane: one column of the array with one row in LUTs: one product a beat, then an accumulator over the pass.
//   acc = sum over the beats of a pass of x * w, modulo 2^ACC_BITS; with WEIGHTED = 0 all weights are 1
// The bits step, first and last come one cycle before the sum that they belong to is in acc.
// Latency: M + 1 cycles from x to acc; M = ceil(bits of a signed weight / 2), with WEIGHTED = 0 M = 1.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears done.
`default_nettype none
module motion_lane #(
    parameter integer X_BITS   = 8, // bits of an activation
    parameter integer X_SIGNED = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer W_BITS   = 8, // bits of a weight
    parameter integer W_SIGNED = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer WEIGHTED = 1, // 1: with weights, 0: all weights are 1
    parameter integer ACC_BITS = 24 // bits of the accumulator, at least those of a product
) (
    input  wire                       clk,
    input  wire                       rst,
    input  wire [X_BITS-1:0]          x,
    input  wire [W_BITS-1:0]          w,
    input  wire                       step,  // the sum of a beat is accumulated
    input  wire                       first, // the beat is the first of a pass
    input  wire                       last,  // the beat is the last of a pass
    output reg  signed [ACC_BITS-1:0] acc,
    output reg                        done   // acc is the sum of a pass
);
    localparam integer X_OP         = X_BITS + ((X_SIGNED != 0) ? 0 : 1); // bits as signed operands
    localparam integer W_OP         = W_BITS + ((W_SIGNED != 0) ? 0 : 1);
    localparam integer PRODUCT_BITS = (WEIGHTED != 0) ? X_OP + W_OP : X_OP; // bits of a product

    wire [X_OP-1:0] x_op;
    wire [PRODUCT_BITS-1:0] product;
    wire signed [ACC_BITS-1:0] product_wide;
    generate
        if (X_SIGNED != 0) begin : g_xs assign x_op = x; end
        else begin : g_xu assign x_op = {1'b0, x}; end

        if (WEIGHTED != 0) begin : g_product
            wire [W_OP-1:0] w_op;
            if (W_SIGNED != 0) begin : g_ws assign w_op = w; end
            else begin : g_wu assign w_op = {1'b0, w}; end
            motion_booth #(.X_BITS(X_OP), .W_BITS(W_OP)) booth (.clk(clk), .x(x_op), .w(w_op), .product(product));
        end else begin : g_element
            reg [X_OP-1:0] element;
            wire unused = &{1'b0, w};
            always @(posedge clk) element <= x_op;
            assign product = element;
        end

        if (ACC_BITS > PRODUCT_BITS) begin : g_extend
            assign product_wide = {{(ACC_BITS-PRODUCT_BITS){product[PRODUCT_BITS-1]}}, product};
        end else begin : g_same
            assign product_wide = product;
        end
    endgenerate

    wire signed [ACC_BITS-1:0] kept = first ? {ACC_BITS{1'b0}} : acc;
    always @(posedge clk)
        if (step) acc <= product_wide + kept;
    always @(posedge clk)
        if (rst) done <= 1'b0;
        else done <= step && last;
    initial done = 1'b0;
endmodule
`default_nettype wire
