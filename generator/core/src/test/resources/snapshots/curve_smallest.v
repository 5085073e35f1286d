// curve_smallest: A function of 1 elements, int16 to uint1.
// Folding: 1 lanes.
// 1 cycles a frame. out_valid comes from a register.
`default_nettype none
module curve_smallest (
    input  wire clk,
    input  wire rst,
    input  wire [15:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [0:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer LANES     = 1; // elements at once
    localparam integer OUT_BITS  = 1; // bits of an output element
    localparam integer OUT_WIDTH = LANES * OUT_BITS;

    wire pass_ready;
    wire take = in_valid && pass_ready;
    assign in_ready = pass_ready;

    wire [OUT_WIDTH-1:0] value_data;
    wire                 value_valid;
    systole_pipe #(.WIDTH(1), .CYCLES(1)) pipe_valid (.clk(clk), .rst(rst), .in(take), .out(value_valid));

    // ---------------------------------------------------------------- lane 0
    wire signed [15:0] x_0 = in_data[15:0];
    wire [15:0] y_0;
    wire [15:0] curve_0_now;
    systole_line #(
        .SHIFT(0), .X_LOW(16'sd0), .X_HIGH(-16'sd1), .ADD(16'sd1), .LOW(16'sd0), .HIGH(16'sd1)
    ) curve_0 (.clk(clk), .x(x_0), .y(curve_0_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) curve_0_wait (.clk(clk), .in(curve_0_now), .out(y_0));
    assign value_data[0 +: OUT_BITS] = y_0[OUT_BITS-1:0];
    wire unused_0 = &{1'b0, y_0[15:OUT_BITS]};

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(8), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(take), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(8), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(value_data), .in_valid(value_valid), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
