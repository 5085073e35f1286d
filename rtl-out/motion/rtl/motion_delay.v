// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_delay: a delay line without stall or reset, so that synthesizers make it of shift-register LUTs.
// Latency: CYCLES cycles; with CYCLES = 0 it is a wire.
// Throughput: 1 value a cycle.
// Combinational: none; with CYCLES = 0 out from in.
// Reset: none.
`default_nettype none
module motion_delay #(
    parameter integer WIDTH  = 8, // bits
    parameter integer CYCLES = 1  // cycles, 0 or more
) (
    input  wire             clk,
    input  wire [WIDTH-1:0] in,
    output wire [WIDTH-1:0] out
);
    generate
        if (CYCLES == 0) begin : g_wire
            wire unused = &{1'b0, clk};
            assign out = in;
        end else if (CYCLES == 1) begin : g_reg
            reg [WIDTH-1:0] delayed;
            always @(posedge clk) delayed <= in;
            assign out = delayed;
        end else begin : g_line
            reg [WIDTH*CYCLES-1:0] line;
            always @(posedge clk) line <= {line[WIDTH*(CYCLES-1)-1:0], in};
            assign out = line[WIDTH*CYCLES-1 -: WIDTH];
        end
    endgenerate
endmodule
`default_nettype wire
