// systole_product: multiplies the elements of two beats, lane by lane, after taking their zero points off.
//   out = (a - A_ZERO) * (b - B_ZERO)
// Golden: MulArithmetic.
// Latency: 3 cycles.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears valid.
`default_nettype none
module systole_product #(
    parameter integer LANES    = 1, // elements of a beat
    parameter integer A_BITS   = 8, // bits of an element of a
    parameter integer A_SIGNED = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer A_ZERO   = 0, // zero point of a, one of its elements
    parameter integer B_BITS   = 8, // bits of an element of b
    parameter integer B_SIGNED = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer B_ZERO   = 0  // zero point of b, one of its elements
) (
    input  wire                               clk,
    input  wire                               rst,
    input  wire [LANES*A_BITS-1:0]            a,
    input  wire [LANES*B_BITS-1:0]            b,
    input  wire                               in_valid,
    output wire [LANES*(A_BITS+B_BITS+2)-1:0] out_data,
    output wire                               out_valid
);
    localparam integer OUT_BITS = A_BITS + B_BITS + 2;

    systole_pipe #(.WIDTH(1), .CYCLES(3)) pipe_valid (.clk(clk), .rst(rst), .in(in_valid), .out(out_valid));

    genvar i;
    generate
        for (i = 0; i < LANES; i = i + 1) begin : g_lane
            wire [A_BITS-1:0] a_element = a[i*A_BITS +: A_BITS];
            wire [B_BITS-1:0] b_element = b[i*B_BITS +: B_BITS];
            reg signed [A_BITS:0] a_centred;
            reg signed [B_BITS:0] b_centred;
            reg signed [OUT_BITS-1:0] product, delayed; // both registers of a DSP slice
            always @(posedge clk) begin
                a_centred <= {(A_SIGNED != 0) && a_element[A_BITS-1], a_element} - A_ZERO[A_BITS:0];
                b_centred <= {(B_SIGNED != 0) && b_element[B_BITS-1], b_element} - B_ZERO[B_BITS:0];
                product   <= a_centred * b_centred;
                delayed   <= product;
            end
            assign out_data[i*OUT_BITS +: OUT_BITS] = delayed;
        end
    endgenerate
endmodule
`default_nettype wire
