// systole_rescaled: adds the elements of two beats, lane by lane, each rescaled first.
//   out = term_a(a) + term_b(b), the terms as in systole_term
// Golden: AddArithmetic.
// Latency: 5 cycles.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears valid.
`default_nettype none
module systole_rescaled #(
    parameter integer       LANES    = 1,                // elements of a beat, of 16 bits each
    parameter integer       SUM_BITS = 32,               // bits of a sum, signed, at most 32
    parameter signed [31:0] A_FACTOR = 32'sd1073741824,  // factor of an element of a
    parameter integer       A_SHIFT  = 0,                // digits of the second rounding of its term
    parameter signed [31:0] B_FACTOR = 32'sd1073741824,  // factor of an element of b
    parameter integer       B_SHIFT  = 0                 // digits of the second rounding of its term
) (
    input  wire                      clk,
    input  wire                      rst,
    input  wire [LANES*16-1:0]       a,
    input  wire [LANES*16-1:0]       b,
    input  wire                      in_valid,
    output wire [LANES*SUM_BITS-1:0] out_data,
    output wire                      out_valid
);
    systole_pipe #(.WIDTH(1), .CYCLES(5)) pipe_valid (.clk(clk), .rst(rst), .in(in_valid), .out(out_valid));

    genvar i;
    generate
        for (i = 0; i < LANES; i = i + 1) begin : g_lane
            wire signed [31:0] term_a, term_b;
            systole_term #(.FACTOR(A_FACTOR), .SHIFT(A_SHIFT)) scale_a (.clk(clk), .x(a[i*16 +: 16]), .y(term_a));
            systole_term #(.FACTOR(B_FACTOR), .SHIFT(B_SHIFT)) scale_b (.clk(clk), .x(b[i*16 +: 16]), .y(term_b));
            reg signed [31:0] sum;
            always @(posedge clk) sum <= term_a + term_b;
            wire unused = &{1'b0, sum};
            assign out_data[i*SUM_BITS +: SUM_BITS] = sum[SUM_BITS-1:0];
        end
    endgenerate
endmodule
`default_nettype wire
