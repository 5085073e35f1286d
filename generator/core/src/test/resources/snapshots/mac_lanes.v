// mac_lanes: depthwise convolution 3x3 stride 1x1, 5x4x4 to 5x4x8, int4 to int4, weights int4.
// Folding: 4 output channels (PE) x 1 inputs (SIMD) on 4 DSP slices, 1 requantizer.
// 360 cycles a frame; a pass of 9 beats makes 4 x 1 sums. in_ready and out_valid come from registers.
`default_nettype none
module mac_lanes (
    input  wire clk,
    input  wire rst,
    input  wire [7:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [3:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer IN_WIDTH  = 8; // bits of an input beat: 2 elements of 4 bits
    localparam integer OUT_BITS  = 4; // bits of an output element
    localparam integer OUT_WIDTH = 4; // bits of an output beat
    localparam integer COLUMNS   = 4; // columns of the array
    localparam integer LANES     = 1; // output channels of a column
    localparam integer ROWS      = 1; // input elements at once (SIMD)
    localparam integer CHAINS    = 1; // drain chains, each with a requantizer
    localparam integer SUM_BITS  = 10; // bits of a sum of products
    localparam integer W_BITS    = 4; // bits of a weight
    localparam integer WORDS     = 18; // words of a column's weights
    localparam integer AW        = 5; // bits of their address

    // ---------------------------------------------------------------- passes over windows
    wire pass_ready, pass_start;
    wire [IN_WIDTH-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
    systole_window #(
        .WIDTH(IN_WIDTH), .BEATS(2), .GROUPS(2), .REPEAT(1),
        .IN_H(5), .IN_W(4), .OUT_H(5), .OUT_W(4),
        .KERNEL_H(3), .KERNEL_W(3), .STRIDE_H(1), .STRIDE_W(1),
        .DILATE_H(1), .DILATE_W(1), .PAD_TOP(1), .PAD_LEFT(1),
        .DEPTH(12), .PAD({2{4'h0}}), .BLOCK(0)
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
    systole_array #(
        .COLUMNS(COLUMNS), .LANES(LANES), .WEIGHTED(1), .DSP(1), .CANARY(0), .PORT(25),
        .ROWS(ROWS), .CHAINS(CHAINS), .SHARED(0), .ELEMENTS(2),
        .X_BITS(4), .X_SIGNED(1), .W_BITS(W_BITS), .W_SIGNED(1), .ACC_BITS(SUM_BITS),
        .WEIGHTS(WORDS), .AW(AW)
    ) array (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .weight_addr(weight_addr), .weight_data(weight_data),
        .out_data(sum_data), .out_valid(sum_valid)
    );

    localparam integer ROW = LANES * W_BITS; // bits of a row's weights
    systole_weights #(.ROWS(1), .START(0), .LATE(0), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("mac_lanes.w0.mem"))
        weights_0_0 (.clk(clk), .addr(weight_addr[0*AW +: AW]), .data(weight_data[(0*ROWS+0)*ROW +: 1*ROW]));
    systole_weights #(.ROWS(1), .START(0), .LATE(0), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("mac_lanes.w1.mem"))
        weights_1_0 (.clk(clk), .addr(weight_addr[1*AW +: AW]), .data(weight_data[(1*ROWS+0)*ROW +: 1*ROW]));
    systole_weights #(.ROWS(1), .START(0), .LATE(0), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("mac_lanes.w2.mem"))
        weights_2_0 (.clk(clk), .addr(weight_addr[2*AW +: AW]), .data(weight_data[(2*ROWS+0)*ROW +: 1*ROW]));
    systole_weights #(.ROWS(1), .START(0), .LATE(0), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("mac_lanes.w3.mem"))
        weights_3_0 (.clk(clk), .addr(weight_addr[3*AW +: AW]), .data(weight_data[(3*ROWS+0)*ROW +: 1*ROW]));

    // ---------------------------------------------------------------- from sums to elements
    wire [OUT_WIDTH-1:0] level_data;
    wire [CHAINS-1:0] level_valid;
    systole_threshold #(
        .IN_BITS(SUM_BITS), .THRESHOLD_BITS(11), .COMPARISONS(3), .BASE(18'sd0),
        .OUT_BITS(OUT_BITS), .CHANNELS(8), .HOLD(1), .FILE("mac_lanes.q0")
    ) requant_0 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[0*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[0]),
        .out_data(level_data[0*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[0])
    );

    // Each chain is 4 cycles behind the one before it: the elements of the first wait for those of the last.
    wire [OUT_WIDTH-1:0] element_data;
    systole_delay #(.WIDTH(OUT_BITS), .CYCLES(0)) align_0
        (.clk(clk), .in(level_data[0*OUT_BITS +: OUT_BITS]), .out(element_data[0*OUT_BITS +: OUT_BITS]));
    wire unused_level_valid = &{1'b0, level_valid};

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(6), .BEATS(4)) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(24), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(element_data), .in_valid(level_valid[CHAINS-1]), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
