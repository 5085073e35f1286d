// systole_lane: one column of the array with one row in LUTs: one product a beat, then an accumulator over the pass.
//   acc = sum over the beats of a pass of x * w, modulo 2^ACC_BITS; with WEIGHTED = 0 all weights are 1
// The bits step, first and last come one cycle before the sum that they belong to is in acc.
// Latency: M + 1 cycles from x to acc; M = ceil(bits of a signed weight / 2), with WEIGHTED = 0 M = 1.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears done.
`default_nettype none
module systole_lane #(
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
    input  wire                       step,  // a beat's sum is accumulated
    input  wire                       first, // it is the first of a pass
    input  wire                       last,  // it is the last of a pass
    output reg  signed [ACC_BITS-1:0] acc,
    output reg                        done   // acc is the sum of a pass
);
    localparam integer XE = X_BITS + ((X_SIGNED != 0) ? 0 : 1); // bits as signed operands
    localparam integer WE = W_BITS + ((W_SIGNED != 0) ? 0 : 1);
    localparam integer PB = (WEIGHTED != 0) ? XE + WE : XE;     // bits of a product

    wire [XE-1:0] xs;
    wire [PB-1:0] m;
    wire signed [ACC_BITS-1:0] product;
    generate
        if (X_SIGNED != 0) begin : g_xs assign xs = x; end
        else begin : g_xu assign xs = {1'b0, x}; end

        if (WEIGHTED != 0) begin : g_product
            wire [WE-1:0] ws;
            if (W_SIGNED != 0) begin : g_ws assign ws = w; end
            else begin : g_wu assign ws = {1'b0, w}; end
            systole_booth #(.X_BITS(XE), .W_BITS(WE)) booth (.clk(clk), .x(xs), .w(ws), .p(m));
        end else begin : g_element
            reg [XE-1:0] q;
            wire unused = &{1'b0, w};
            always @(posedge clk) q <= xs;
            assign m = q;
        end

        if (ACC_BITS > PB) begin : g_extend
            assign product = {{(ACC_BITS-PB){m[PB-1]}}, m};
        end else begin : g_same
            assign product = m;
        end
    endgenerate

    wire signed [ACC_BITS-1:0] kept = first ? {ACC_BITS{1'b0}} : acc;
    always @(posedge clk)
        if (step) acc <= product + kept;
    always @(posedge clk)
        if (rst) done <= 1'b0;
        else done <= step && last;
    initial done = 1'b0;
endmodule
`default_nettype wire
