// curve_largest: A function of 24 elements, int14 to int16.
// Folding: 3 lanes.
// 8 cycles a frame. out_valid comes from a register.
`default_nettype none
module curve_largest (
    input  wire clk,
    input  wire rst,
    input  wire [41:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [47:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer LANES     = 3; // elements at once
    localparam integer OUT_BITS  = 16; // bits of an output element
    localparam integer OUT_WIDTH = LANES * OUT_BITS;

    wire pass_ready;
    wire take = in_valid && pass_ready;
    assign in_ready = pass_ready;

    wire [OUT_WIDTH-1:0] value_data;
    wire                 value_valid;
    systole_pipe #(.WIDTH(1), .CYCLES(6)) pipe_valid (.clk(clk), .rst(rst), .in(take), .out(value_valid));

    // ---------------------------------------------------------------- lane 0
    wire signed [15:0] x_0 = {{2{in_data[13]}}, in_data[13:0]};
    wire [15:0] y_0;
    wire [15:0] curve_0_now;
    systole_curve #(
        .MIRRORED(0), .MIRROR(17'sd0), .FACTOR(1), .BITS(8), .FRACTION(9),
        .SEGMENTS(256), .BASE_BITS(25), .SLOPE_BITS(11), .REST_BITS(1),
        .BLOCK(1), .REST_BLOCK(1), .FILE("curve_largest.mem"), .REST_FILE("curve_largest_rest.mem")
    ) curve_0 (.clk(clk), .x(x_0), .y(curve_0_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) curve_0_wait (.clk(clk), .in(curve_0_now), .out(y_0));
    assign value_data[0 +: OUT_BITS] = y_0[OUT_BITS-1:0];

    // ---------------------------------------------------------------- lane 1
    wire signed [15:0] x_1 = {{2{in_data[27]}}, in_data[27:14]};
    wire [15:0] y_1;
    wire [15:0] curve_1_now;
    systole_curve #(
        .MIRRORED(0), .MIRROR(17'sd0), .FACTOR(1), .BITS(8), .FRACTION(9),
        .SEGMENTS(256), .BASE_BITS(25), .SLOPE_BITS(11), .REST_BITS(1),
        .BLOCK(1), .REST_BLOCK(1), .FILE("curve_largest.mem"), .REST_FILE("curve_largest_rest.mem")
    ) curve_1 (.clk(clk), .x(x_1), .y(curve_1_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) curve_1_wait (.clk(clk), .in(curve_1_now), .out(y_1));
    assign value_data[16 +: OUT_BITS] = y_1[OUT_BITS-1:0];

    // ---------------------------------------------------------------- lane 2
    wire signed [15:0] x_2 = {{2{in_data[41]}}, in_data[41:28]};
    wire [15:0] y_2;
    wire [15:0] curve_2_now;
    systole_curve #(
        .MIRRORED(0), .MIRROR(17'sd0), .FACTOR(1), .BITS(8), .FRACTION(9),
        .SEGMENTS(256), .BASE_BITS(25), .SLOPE_BITS(11), .REST_BITS(1),
        .BLOCK(1), .REST_BLOCK(1), .FILE("curve_largest.mem"), .REST_FILE("curve_largest_rest.mem")
    ) curve_2 (.clk(clk), .x(x_2), .y(curve_2_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) curve_2_wait (.clk(clk), .in(curve_2_now), .out(y_2));
    assign value_data[32 +: OUT_BITS] = y_2[OUT_BITS-1:0];

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(13), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(take), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(13), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(value_data), .in_valid(value_valid), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
