// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// motion_peaks: max pooling 1x15 stride 1x1, 1x15x16 to 1x1x16, uint4.
// Folding: 16 lanes.
// 15 cycles a frame. in_ready and out_valid come from registers.
`default_nettype none
module motion_peaks (
    input  wire clk,
    input  wire rst,
    input  wire [63:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [63:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer LANES     = 16; // channels at once
    localparam integer BITS      = 4; // bits of an element
    localparam integer IN_WIDTH  = LANES * BITS;
    localparam integer OUT_WIDTH = LANES * BITS;

    // ---------------------------------------------------------------- passes over windows
    wire pass_ready, pass_start;
    wire [IN_WIDTH-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
    motion_window #(
        .WIDTH(IN_WIDTH), .BEATS(1), .GROUPS(1), .REPEAT(1),
        .IN_H(1), .IN_W(15), .OUT_H(1), .OUT_W(1),
        .KERNEL_H(1), .KERNEL_W(15), .STRIDE_H(1), .STRIDE_W(1),
        .DILATE_H(1), .DILATE_W(1), .PAD_TOP(0), .PAD_LEFT(0),
        .DEPTH(16), .PAD({16{4'h0}}), .BLOCK(0)
    ) window (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last)
    );

    // ---------------------------------------------------------------- the greatest of each window
    wire [OUT_WIDTH-1:0] max_data;
    wire max_valid;
    motion_max #(.LANES(LANES), .BITS(BITS), .SIGNED(0)) max (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .out_data(max_data), .out_valid(max_valid)
    );

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    motion_credit #(.PASSES(3), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    motion_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(3), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(max_data), .in_valid(max_valid), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
