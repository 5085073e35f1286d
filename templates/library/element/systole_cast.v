// systole_cast: gives each element the bits of another type, which has the element's value as well.
// Latency: 0 cycles.
// Throughput: 1 beat a cycle.
// Combinational: out from in.
// Reset: none.
`default_nettype none
module systole_cast #(
    parameter integer LANES    = 1,  // elements of a beat
    parameter integer IN_BITS  = 8,  // bits of an element
    parameter integer OUT_BITS = 16, // bits of an element that comes out
    parameter integer SIGNED   = 1   // 1: elements are two's complement, 0: unsigned
) (
    input  wire [LANES*IN_BITS-1:0]  in,
    output wire [LANES*OUT_BITS-1:0] out
);
    genvar i;
    generate
        for (i = 0; i < LANES; i = i + 1) begin : g_lane
            if (OUT_BITS > IN_BITS) begin : g_more
                wire fill = (SIGNED != 0) && in[i*IN_BITS + IN_BITS - 1];
                assign out[i*OUT_BITS +: OUT_BITS] = {{(OUT_BITS - IN_BITS){fill}}, in[i*IN_BITS +: IN_BITS]};
            end else begin : g_fewer
                assign out[i*OUT_BITS +: OUT_BITS] = in[i*IN_BITS +: OUT_BITS];
            end
        end
    endgenerate
    wire unused = &{1'b0, in};
endmodule
`default_nettype wire
