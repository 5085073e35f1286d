// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// motion_wide: convolution 1x3 stride 1x1, 1x32x8 to 1x32x12, int8 to int12, weights int8.
// Folding: 12 output channels (PE) x 8 inputs (SIMD) on 96 multipliers in LUTs, 4 requantizers.
// 96 cycles a frame; a pass of 3 beats makes 12 x 1 sums. in_ready and out_valid come from registers.
`default_nettype none
module motion_wide (
    input  wire clk,
    input  wire rst,
    input  wire [63:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [47:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer IN_WIDTH  = 64; // bits of an input beat: 8 elements of 8 bits
    localparam integer OUT_BITS  = 12; // bits of an output element
    localparam integer OUT_WIDTH = 48; // bits of an output beat
    localparam integer COLUMNS   = 12; // columns of the array
    localparam integer LANES     = 1; // output channels of a column
    localparam integer ROWS      = 8; // input elements at once (SIMD)
    localparam integer CHAINS    = 4; // drain chains, each with a requantizer
    localparam integer SUM_BITS  = 19; // bits of a sum of products
    localparam integer W_BITS    = 8; // bits of a weight
    localparam integer WORDS     = 3; // words of a column's weights
    localparam integer AW        = 2; // bits of their address

    // ---------------------------------------------------------------- passes over windows
    wire pass_ready, pass_start;
    wire [IN_WIDTH-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
    motion_window #(
        .WIDTH(IN_WIDTH), .BEATS(1), .GROUPS(1), .REPEAT(1),
        .IN_H(1), .IN_W(32), .OUT_H(1), .OUT_W(32),
        .KERNEL_H(1), .KERNEL_W(3), .STRIDE_H(1), .STRIDE_W(1),
        .DILATE_H(1), .DILATE_W(2), .PAD_TOP(0), .PAD_LEFT(2),
        .DEPTH(6), .PAD({8{8'h0}}), .BLOCK(0)
    ) window (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last)
    );

    // ---------------------------------------------------------------- the array
    wire [COLUMNS*AW-1:0] weight_addr;
    wire [COLUMNS*ROWS*LANES*W_BITS-1:0] weight_data;
    wire [CHAINS*SUM_BITS-1:0] sum_data;
    wire [CHAINS-1:0] sum_valid;
    motion_array #(
        .COLUMNS(COLUMNS), .LANES(LANES), .WEIGHTED(1), .DSP(0), .CANARY(0), .PORT(25),
        .ROWS(ROWS), .CHAINS(CHAINS), .SHARED(1), .ELEMENTS(8),
        .X_BITS(8), .X_SIGNED(1), .W_BITS(W_BITS), .W_SIGNED(1), .ACC_BITS(SUM_BITS),
        .WEIGHTS(WORDS), .AW(AW)
    ) array (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .weight_addr(weight_addr), .weight_data(weight_data),
        .out_data(sum_data), .out_valid(sum_valid)
    );

    localparam integer ROW = LANES * W_BITS; // bits of a row's weights
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w0.mem"))
        weights_0_0 (.clk(clk), .addr(weight_addr[0*AW +: AW]), .data(weight_data[(0*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w1.mem"))
        weights_1_0 (.clk(clk), .addr(weight_addr[1*AW +: AW]), .data(weight_data[(1*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w2.mem"))
        weights_2_0 (.clk(clk), .addr(weight_addr[2*AW +: AW]), .data(weight_data[(2*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w3.mem"))
        weights_3_0 (.clk(clk), .addr(weight_addr[3*AW +: AW]), .data(weight_data[(3*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w4.mem"))
        weights_4_0 (.clk(clk), .addr(weight_addr[4*AW +: AW]), .data(weight_data[(4*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w5.mem"))
        weights_5_0 (.clk(clk), .addr(weight_addr[5*AW +: AW]), .data(weight_data[(5*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w6.mem"))
        weights_6_0 (.clk(clk), .addr(weight_addr[6*AW +: AW]), .data(weight_data[(6*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w7.mem"))
        weights_7_0 (.clk(clk), .addr(weight_addr[7*AW +: AW]), .data(weight_data[(7*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w8.mem"))
        weights_8_0 (.clk(clk), .addr(weight_addr[8*AW +: AW]), .data(weight_data[(8*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w9.mem"))
        weights_9_0 (.clk(clk), .addr(weight_addr[9*AW +: AW]), .data(weight_data[(9*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w10.mem"))
        weights_10_0 (.clk(clk), .addr(weight_addr[10*AW +: AW]), .data(weight_data[(10*ROWS+0)*ROW +: 8*ROW]));
    motion_weights #(.ROWS(8), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("motion_wide.w11.mem"))
        weights_11_0 (.clk(clk), .addr(weight_addr[11*AW +: AW]), .data(weight_data[(11*ROWS+0)*ROW +: 8*ROW]));

    // ---------------------------------------------------------------- from sums to elements
    wire [OUT_WIDTH-1:0] level_data;
    wire [CHAINS-1:0] level_valid;
    motion_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(14), .TOTAL_BITS(16), .MULT_BITS(2),
        .ADD_BITS(5), .VALUE_BITS(18), .PORT(25), .DEEP(0), .SHIFT(4), .SIGNED_ADD(0), .TIES_EVEN(1),
        .OUT_BITS(OUT_BITS), .ZERO(18'sd0), .LOW(-18'sd2048), .HIGH(18'sd2047),
        .CHANNELS(3), .HOLD(1), .BLOCK(0), .FILE("motion_wide.q0.mem")
    ) requant_0 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[0*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[0]),
        .out_data(level_data[0*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[0])
    );
    motion_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(14), .TOTAL_BITS(16), .MULT_BITS(2),
        .ADD_BITS(5), .VALUE_BITS(18), .PORT(25), .DEEP(0), .SHIFT(4), .SIGNED_ADD(0), .TIES_EVEN(1),
        .OUT_BITS(OUT_BITS), .ZERO(18'sd0), .LOW(-18'sd2048), .HIGH(18'sd2047),
        .CHANNELS(3), .HOLD(1), .BLOCK(0), .FILE("motion_wide.q1.mem")
    ) requant_1 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[1*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[1]),
        .out_data(level_data[1*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[1])
    );
    motion_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(14), .TOTAL_BITS(16), .MULT_BITS(2),
        .ADD_BITS(5), .VALUE_BITS(18), .PORT(25), .DEEP(0), .SHIFT(4), .SIGNED_ADD(0), .TIES_EVEN(1),
        .OUT_BITS(OUT_BITS), .ZERO(18'sd0), .LOW(-18'sd2048), .HIGH(18'sd2047),
        .CHANNELS(3), .HOLD(1), .BLOCK(0), .FILE("motion_wide.q2.mem")
    ) requant_2 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[2*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[2]),
        .out_data(level_data[2*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[2])
    );
    motion_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(14), .TOTAL_BITS(16), .MULT_BITS(2),
        .ADD_BITS(5), .VALUE_BITS(18), .PORT(25), .DEEP(0), .SHIFT(4), .SIGNED_ADD(0), .TIES_EVEN(1),
        .OUT_BITS(OUT_BITS), .ZERO(18'sd0), .LOW(-18'sd2048), .HIGH(18'sd2047),
        .CHANNELS(3), .HOLD(1), .BLOCK(0), .FILE("motion_wide.q3.mem")
    ) requant_3 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[3*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[3]),
        .out_data(level_data[3*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[3])
    );

    // Each chain is 3 cycles behind the one before it: the elements of the first wait for those of the last.
    wire [OUT_WIDTH-1:0] element_data;
    motion_delay #(.WIDTH(OUT_BITS), .CYCLES(9)) align_0
        (.clk(clk), .in(level_data[0*OUT_BITS +: OUT_BITS]), .out(element_data[0*OUT_BITS +: OUT_BITS]));
    motion_delay #(.WIDTH(OUT_BITS), .CYCLES(6)) align_1
        (.clk(clk), .in(level_data[1*OUT_BITS +: OUT_BITS]), .out(element_data[1*OUT_BITS +: OUT_BITS]));
    motion_delay #(.WIDTH(OUT_BITS), .CYCLES(3)) align_2
        (.clk(clk), .in(level_data[2*OUT_BITS +: OUT_BITS]), .out(element_data[2*OUT_BITS +: OUT_BITS]));
    motion_delay #(.WIDTH(OUT_BITS), .CYCLES(0)) align_3
        (.clk(clk), .in(level_data[3*OUT_BITS +: OUT_BITS]), .out(element_data[3*OUT_BITS +: OUT_BITS]));
    wire unused_level_valid = &{1'b0, level_valid};

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    motion_credit #(.PASSES(17), .BEATS(3)) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    motion_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(51), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(element_data), .in_valid(level_valid[CHAINS-1]), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
