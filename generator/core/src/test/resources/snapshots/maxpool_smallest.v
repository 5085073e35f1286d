// maxpool_smallest: max pooling 1x1 stride 1x1, 1x1x1 to 1x1x1, uint1.
// Folding: 1 lanes.
// 1 cycles a frame. in_ready and out_valid come from registers.
`default_nettype none
module maxpool_smallest (
    input  wire clk,
    input  wire rst,
    input  wire [0:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [0:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer LANES     = 1; // channels at once
    localparam integer BITS      = 1; // bits of an element
    localparam integer IN_WIDTH  = LANES * BITS;
    localparam integer OUT_WIDTH = LANES * BITS;

    // ---------------------------------------------------------------- passes over windows
    wire pass_ready, pass_start;
    wire [IN_WIDTH-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
    systole_feed #(.WIDTH(IN_WIDTH), .BEATS(1)) feed (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last)
    );

    // ---------------------------------------------------------------- the greatest of each window
    wire [OUT_WIDTH-1:0] max_data;
    wire max_valid;
    systole_max #(.LANES(LANES), .BITS(BITS), .SIGNED(0)) max (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .out_data(max_data), .out_valid(max_valid)
    );

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(11), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(11), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(max_data), .in_valid(max_valid), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
