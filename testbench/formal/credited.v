// credited: a model of an engine with credits. Each granted pass puts a beat into the FIFO LATENCY cycles later. The
// FIFO always has room for this beat, no matter when passes begin and when beats are taken.
`default_nettype none
module credited #(
    parameter integer PASSES  = 2, // passes under way at most, beats in the FIFO's memory
    parameter integer LATENCY = 2  // cycles
) (
    input wire clk,
    input wire rst,
    input wire start,     // a pass would like to begin
    input wire out_ready
);
    wire pass_ready, arrives, fifo_ready, out_data, out_valid;
    wire begins = start && pass_ready && !rst;
    wire taken  = out_valid && out_ready;

    systole_credit #(.PASSES(PASSES)) credit
        (.clk(clk), .rst(rst), .pass_start(begins), .beat_taken(taken), .pass_ready(pass_ready));
    systole_pipe #(.CYCLES(LATENCY)) pipe (.clk(clk), .rst(rst), .in(begins), .out(arrives));
    systole_fifo #(.WIDTH(1), .DEPTH(PASSES)) fifo (
        .clk(clk), .rst(rst), .in_data(1'b0), .in_valid(arrives), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );

    always @* assert (fifo_ready || !arrives);
endmodule
`default_nettype wire
