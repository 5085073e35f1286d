// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_pipe: a delay line for control bits, which reset clears.
// Latency: CYCLES cycles; with CYCLES = 0 it is a wire.
// Throughput: 1 value a cycle.
// Combinational: none; with CYCLES = 0 out from in.
// Reset: clears all stages.
`default_nettype none
module motion_pipe #(
    parameter integer WIDTH  = 1, // bits
    parameter integer CYCLES = 1  // cycles, 0 or more
) (
    input  wire             clk,
    input  wire             rst,
    input  wire [WIDTH-1:0] in,
    output wire [WIDTH-1:0] out
);
    generate
        if (CYCLES == 0) begin : g_wire
            wire unused = &{1'b0, clk, rst};
            assign out = in;
        end else begin : g_line
            reg  [WIDTH*CYCLES-1:0] line = {WIDTH*CYCLES{1'b0}};
            wire [WIDTH*CYCLES+WIDTH-1:0] longer = {line, in};
            always @(posedge clk)
                if (rst) line <= {WIDTH*CYCLES{1'b0}};
                else line <= longer[WIDTH*CYCLES-1:0];
            assign out = longer[WIDTH*CYCLES +: WIDTH];
        end
    endgenerate
endmodule
`default_nettype wire
