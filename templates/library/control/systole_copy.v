// systole_copy: a register of control bits that a slice of a beat has for itself, as have the others. A tool makes one of
// registers that are alike, but not across modules.
// Latency 1, 1 value/cycle. rst makes it INIT.
`default_nettype none
module systole_copy #(
    parameter integer     WIDTH = 1, // bits
    parameter [WIDTH-1:0] INIT  = {WIDTH{1'b0}}
) (
    input  wire             clk,
    input  wire             rst,
    input  wire             en,
    input  wire [WIDTH-1:0] in,
    output wire [WIDTH-1:0] out
);
    (* keep = "true" *) reg [WIDTH-1:0] q = INIT;
    assign out = q;

    always @(posedge clk)
        if (rst) q <= INIT;
        else if (en) q <= in;
endmodule
`default_nettype wire
