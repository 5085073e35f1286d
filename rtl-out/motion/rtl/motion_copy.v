// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_copy: a register of control bits of which every slice of a beat has its own copy.
// Synthesizers merge registers that always hold the same bits, which would undo the copies; a module of its own and
// keep = "true" prevent it.
// Latency: 1 cycle.
// Throughput: 1 value a cycle.
// Combinational: none.
// Reset: sets the register to INIT.
`default_nettype none
module motion_copy #(
    parameter integer WIDTH = 1, // bits
    parameter [WIDTH-1:0] INIT = {WIDTH{1'b0}} // bits after reset
) (
    input  wire             clk,
    input  wire             rst,
    input  wire             en,
    input  wire [WIDTH-1:0] in,
    output wire [WIDTH-1:0] out
);
    (* keep = "true" *) reg [WIDTH-1:0] bits = INIT;
    assign out = bits;

    always @(posedge clk)
        if (rst) bits <= INIT;
        else if (en) bits <= in;
endmodule
`default_nettype wire
