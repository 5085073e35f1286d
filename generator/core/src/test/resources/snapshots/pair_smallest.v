// pair_smallest: sums of 4 pairs, uint1 and uint1 to uint1.
// Folding: 1 lanes.
// 4 cycles a frame. a_ready and b_ready wait for each other's valid; out_valid comes from a register.
`default_nettype none
module pair_smallest (
    input  wire clk,
    input  wire rst,
    input  wire [0:0] a_data,
    input  wire a_valid,
    output wire a_ready,
    input  wire [0:0] b_data,
    input  wire b_valid,
    output wire b_ready,
    output wire [0:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer LANES     = 1; // elements at once
    localparam integer SUM_BITS  = 3; // bits of the sum or the product of two elements
    localparam integer OUT_BITS  = 1; // bits of an output element
    localparam integer OUT_WIDTH = LANES * OUT_BITS;

    // ---------------------------------------------------------------- a beat of each, combined
    wire pass_ready;
    wire take = a_valid && b_valid && pass_ready;
    assign a_ready = b_valid && pass_ready;
    assign b_ready = a_valid && pass_ready;

    wire [LANES*SUM_BITS-1:0] sum_data;
    wire all_valid;
    wire [LANES-1:0] sum_valid = {LANES{all_valid}};
    systole_terms #(
        .LANES(LANES), .A_BITS(1), .A_SIGNED(0), .B_BITS(1), .B_SIGNED(0),
        .SUM_BITS(SUM_BITS), .SUBTRACT(0), .TABLES(0),
        .FILE_A(""), .FILE_B("")
    ) terms (
        .clk(clk), .rst(rst), .a(a_data), .b(b_data), .in_valid(take), .out_data(sum_data), .out_valid(all_valid)
    );

    // ---------------------------------------------------------------- from sums to elements
    wire [OUT_WIDTH-1:0] level_data;
    wire [LANES-1:0] level_valid;
    wire unused_level_valid = &{1'b0, level_valid};
    systole_threshold #(
        .IN_BITS(SUM_BITS), .THRESHOLD_BITS(4), .COMPARISONS(1), .BASE(18'sd0),
        .OUT_BITS(OUT_BITS), .CHANNELS(1), .HOLD(1), .FILE("pair_smallest.q0")
    ) requant_0 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[0*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[0]),
        .out_data(level_data[0*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[0])
    );

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(13), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(take), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(13), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(level_data), .in_valid(level_valid[0]), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
