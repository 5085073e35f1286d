// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_link: passes on the sum of a cascade of DSP slices that ends here, to the slice where the next one begins.
// A module of its own keeps a tool that maps modules one by one from making one long cascade of the two. Between them
// the sum goes through the fabric.
// Latency: none.
// Throughput: not clocked.
// Combinational: out from in.
// Reset: none.
`default_nettype none
module motion_link #(
    parameter integer WIDTH = 24 // bits of a sum
) (
    input  wire [WIDTH-1:0] in,
    output wire [WIDTH-1:0] out
);
    assign out = in;
endmodule
`default_nettype wire
