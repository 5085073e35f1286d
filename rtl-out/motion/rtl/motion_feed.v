// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_feed: hands a stream to an engine in passes of BEATS beats, each granted by pass_ready.
// Latency: 1 cycle.
// Throughput: 1 beat a cycle; the output cannot be stalled within a pass.
// Combinational: in_ready from pass_ready; pass_start from in_valid and pass_ready.
// Reset: clears valid and the count.
`default_nettype none
module motion_feed #(
    parameter integer WIDTH = 8, // bits of a beat
    parameter integer BEATS = 1  // beats of a pass
) (
    input  wire             clk,
    input  wire             rst,
    input  wire [WIDTH-1:0] in_data,
    input  wire             in_valid,
    output wire             in_ready,
    input  wire             pass_ready, // the receiver has room for a pass
    output wire             pass_start, // a pass begins in this cycle
    output reg  [WIDTH-1:0] out_data,
    output reg              out_valid,
    output reg              out_first,  // first beat of a pass
    output reg              out_last    // last beat of a pass
);
    reg  mid_pass = 1'b0;
    wire last;
    wire take = in_valid && in_ready;

    assign in_ready   = mid_pass || pass_ready;
    assign pass_start = take && !mid_pass;

    motion_counter #(.COUNT(BEATS)) beats (.clk(clk), .rst(rst), .step(take), .last(last));

    always @(posedge clk) begin
        out_data  <= in_data;
        out_first <= !mid_pass;
        out_last  <= last;
        out_valid <= take && !rst;
        if (rst) mid_pass <= 1'b0;
        else if (take) mid_pass <= !last;
    end
    initial out_valid = 1'b0;

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    // A pass begins only when it is granted, and only after the last beat of the pass before.
    reg f_ended = 1'b1;
    always @(posedge clk) if (rst || take) f_ended <= rst || last;
    always @* assert (mid_pass == !f_ended && (!pass_start || (pass_ready && !mid_pass)));
`endif
endmodule
`default_nettype wire
