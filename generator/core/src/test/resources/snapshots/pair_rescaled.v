// pair_rescaled: sums of 24 pairs, int16 and int16 to int16.
// Folding: 2 lanes.
// 12 cycles a frame. a_ready and b_ready wait for each other's valid; out_valid comes from a register.
`default_nettype none
module pair_rescaled (
    input  wire clk,
    input  wire rst,
    input  wire [31:0] a_data,
    input  wire a_valid,
    output wire a_ready,
    input  wire [31:0] b_data,
    input  wire b_valid,
    output wire b_ready,
    output wire [31:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer LANES     = 2; // elements at once
    localparam integer SUM_BITS  = 18; // bits of the sum or the product of two elements
    localparam integer OUT_BITS  = 16; // bits of an output element
    localparam integer OUT_WIDTH = LANES * OUT_BITS;

    // ---------------------------------------------------------------- a beat of each, combined
    wire pass_ready;
    wire take = a_valid && b_valid && pass_ready;
    assign a_ready = b_valid && pass_ready;
    assign b_ready = a_valid && pass_ready;

    wire [LANES*SUM_BITS-1:0] sum_data;
    wire all_valid;
    wire [LANES-1:0] sum_valid = {LANES{all_valid}};
    systole_rescaled #(
        .LANES(LANES), .SUM_BITS(SUM_BITS),
        .A_FACTOR(32'sd1073741824), .A_SHIFT(0),
        .B_FACTOR(-32'sd1234567891), .B_SHIFT(3)
    ) terms (
        .clk(clk), .rst(rst), .a(a_data), .b(b_data), .in_valid(take), .out_data(sum_data), .out_valid(all_valid)
    );

    // ---------------------------------------------------------------- from sums to elements
    wire [OUT_WIDTH-1:0] level_data;
    wire [LANES-1:0] level_valid;
    wire unused_level_valid = &{1'b0, level_valid};
    systole_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(10), .TOTAL_BITS(18), .MULT_BITS(16),
        .ADD_BITS(19), .VALUE_BITS(34), .PORT(25), .DEEP(0), .SHIFT(18), .SIGNED_ADD(0), .TIES_EVEN(1),
        .OUT_BITS(OUT_BITS), .ZERO(-18'sd5), .LOW(-18'sd128), .HIGH(18'sd127),
        .CHANNELS(1), .HOLD(1), .BLOCK(0), .FILE("pair_rescaled.q0.mem")
    ) requant_0 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[0*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[0]),
        .out_data(level_data[0*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[0])
    );
    systole_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(10), .TOTAL_BITS(18), .MULT_BITS(16),
        .ADD_BITS(19), .VALUE_BITS(34), .PORT(25), .DEEP(0), .SHIFT(18), .SIGNED_ADD(0), .TIES_EVEN(1),
        .OUT_BITS(OUT_BITS), .ZERO(-18'sd5), .LOW(-18'sd128), .HIGH(18'sd127),
        .CHANNELS(1), .HOLD(1), .BLOCK(0), .FILE("pair_rescaled.q1.mem")
    ) requant_1 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[1*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[1]),
        .out_data(level_data[1*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[1])
    );

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(19), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(take), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(19), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(level_data), .in_valid(level_valid[0]), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
