// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_level: a count that goes up and down; whether it is below zero is one of its bits.
// It is raised by the carry that comes in and lowered by adding minus one, so that one adder does both.
// Latency: 1 cycle.
// Throughput: 1 step up and 1 step down a cycle.
// Combinational: none.
// Reset: sets the count to FIRST.
`default_nettype none
module motion_level #(
    parameter integer WIDTH = 5, // bits of the count
    parameter integer FIRST = 0  // count after reset
) (
    input  wire                    clk,
    input  wire                    rst,
    input  wire                    up,
    input  wire                    down,
    output reg  signed [WIDTH-1:0] count
);
    initial count = FIRST[WIDTH-1:0];
    wire [WIDTH:0] next = {count, up} + {{WIDTH{down}}, up};
    wire unused = &{1'b0, next[0]};

    always @(posedge clk)
        if (rst) count <= FIRST[WIDTH-1:0];
        else count <= next[WIDTH:1];

`ifdef FORMAL
    reg signed [WIDTH-1:0] f_count = FIRST[WIDTH-1:0];
    always @(posedge clk)
        if (rst) f_count <= FIRST[WIDTH-1:0];
        else if (up && !down) f_count <= f_count + 1'b1;
        else if (down && !up) f_count <= f_count - 1'b1;
    always @* assert (count == f_count);
`endif
endmodule
`default_nettype wire
