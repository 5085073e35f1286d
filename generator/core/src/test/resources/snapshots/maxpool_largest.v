// maxpool_largest: max pooling 3x2 stride 2x1, 9x8x6 to 5x9x6, int8.
// Folding: 3 lanes.
// 540 cycles a frame. in_ready and out_valid come from registers.
`default_nettype none
module maxpool_largest (
    input  wire clk,
    input  wire rst,
    input  wire [23:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [23:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer LANES     = 3; // channels at once
    localparam integer BITS      = 8; // bits of an element
    localparam integer IN_WIDTH  = LANES * BITS;
    localparam integer OUT_WIDTH = LANES * BITS;

    // ---------------------------------------------------------------- passes over windows
    wire pass_ready, pass_start;
    wire [IN_WIDTH-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
    systole_window #(
        .WIDTH(IN_WIDTH), .BEATS(2), .GROUPS(2), .REPEAT(1),
        .IN_H(9), .IN_W(8), .OUT_H(5), .OUT_W(9),
        .KERNEL_H(3), .KERNEL_W(2), .STRIDE_H(2), .STRIDE_W(1),
        .DILATE_H(1), .DILATE_W(2), .PAD_TOP(2), .PAD_LEFT(2),
        .DEPTH(40), .PAD({3{8'h80}}), .BLOCK(0)
    ) window (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last)
    );

    // ---------------------------------------------------------------- the greatest of each window
    wire [OUT_WIDTH-1:0] max_data;
    wire max_valid;
    systole_max #(.LANES(LANES), .BITS(BITS), .SIGNED(1)) max (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .out_data(max_data), .out_valid(max_valid)
    );

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(4), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(4), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(max_data), .in_valid(max_valid), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
