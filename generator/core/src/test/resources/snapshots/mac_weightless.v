// mac_weightless: average pooling 2x2 stride 2x2, 5x5x4 to 3x3x4, uint8 to uint8.
// Folding: 2 output channels (PE) x 1 inputs (SIMD) on no multipliers, 1 requantizer.
// 72 cycles a frame; a pass of 4 beats makes 2 x 1 sums. in_ready and out_valid come from registers.
`default_nettype none
module mac_weightless (
    input  wire clk,
    input  wire rst,
    input  wire [15:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [7:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer IN_WIDTH  = 16; // bits of an input beat: 2 elements of 8 bits
    localparam integer OUT_BITS  = 8; // bits of an output element
    localparam integer OUT_WIDTH = 8; // bits of an output beat
    localparam integer COLUMNS   = 2; // columns of the array
    localparam integer LANES     = 1; // output channels of a column
    localparam integer ROWS      = 1; // input elements at once (SIMD)
    localparam integer CHAINS    = 1; // drain chains, each with a requantizer
    localparam integer SUM_BITS  = 12; // bits of a sum of products
    localparam integer W_BITS    = 1; // bits of a weight
    localparam integer WORDS     = 8; // words of a column's weights
    localparam integer AW        = 3; // bits of their address

    // ---------------------------------------------------------------- passes over windows
    wire pass_ready, pass_start;
    wire [IN_WIDTH-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
    systole_window #(
        .WIDTH(IN_WIDTH), .BEATS(2), .GROUPS(2), .REPEAT(1),
        .IN_H(5), .IN_W(5), .OUT_H(3), .OUT_W(3),
        .KERNEL_H(2), .KERNEL_W(2), .STRIDE_H(2), .STRIDE_W(2),
        .DILATE_H(1), .DILATE_W(1), .PAD_TOP(0), .PAD_LEFT(0),
        .DEPTH(12), .PAD({2{8'h0}}), .BLOCK(0)
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
        .COLUMNS(COLUMNS), .LANES(LANES), .WEIGHTED(0), .DSP(0), .CANARY(0), .PORT(25),
        .ROWS(ROWS), .CHAINS(CHAINS), .SHARED(0), .ELEMENTS(2),
        .X_BITS(8), .X_SIGNED(0), .W_BITS(W_BITS), .W_SIGNED(1), .ACC_BITS(SUM_BITS),
        .WEIGHTS(WORDS), .AW(AW)
    ) array (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .weight_addr(weight_addr), .weight_data(weight_data),
        .out_data(sum_data), .out_valid(sum_valid)
    );

    // Every weight is 1.
    assign weight_data = {COLUMNS{1'b1}};
    wire unused_weight_addr = &{1'b0, weight_addr};

    // ---------------------------------------------------------------- from sums to elements
    wire [OUT_WIDTH-1:0] level_data;
    wire [CHAINS-1:0] level_valid;
    systole_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(10), .TOTAL_BITS(18), .MULT_BITS(16),
        .ADD_BITS(19), .VALUE_BITS(34), .PORT(25), .DEEP(0), .SHIFT(18), .SIGNED_ADD(0), .TIES_EVEN(1),
        .OUT_BITS(OUT_BITS), .ZERO(-18'sd5), .LOW(-18'sd128), .HIGH(18'sd127),
        .CHANNELS(9), .HOLD(4), .BLOCK(0), .FILE("mac_weightless.q0.mem")
    ) requant_0 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[0*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[0]),
        .out_data(level_data[0*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[0])
    );

    // Each chain is 2 cycles behind the one before it: the elements of the first wait for those of the last.
    wire [OUT_WIDTH-1:0] element_data;
    systole_delay #(.WIDTH(OUT_BITS), .CYCLES(0)) align_0
        (.clk(clk), .in(level_data[0*OUT_BITS +: OUT_BITS]), .out(element_data[0*OUT_BITS +: OUT_BITS]));
    wire unused_level_valid = &{1'b0, level_valid};

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(8), .BEATS(2)) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(16), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(element_data), .in_valid(level_valid[CHAINS-1]), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
