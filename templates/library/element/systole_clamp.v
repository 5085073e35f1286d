// systole_clamp: holds each element between LOW and HIGH.
// Golden: ClampGolden.
// Latency: 0 cycles.
// Throughput: 1 beat a cycle.
// Combinational: out from in.
// Reset: none.
`default_nettype none
module systole_clamp #(
    parameter integer LANES  = 1,    // elements of a beat
    parameter integer BITS   = 8,    // bits of an element
    parameter integer SIGNED = 1,    // 1: signed (two's complement), 0: unsigned
    parameter integer LOW    = -128, // least element
    parameter integer HIGH   = 127   // greatest element
) (
    input  wire [LANES*BITS-1:0] in,
    output wire [LANES*BITS-1:0] out
);
    // With the sign bit inverted, signed numbers compare as unsigned ones do.
    localparam [BITS-1:0] SIGN  = {(SIGNED != 0), {(BITS-1){1'b0}}};
    localparam [BITS-1:0] LEAST = LOW[BITS-1:0] ^ SIGN;
    localparam [BITS-1:0] MOST  = HIGH[BITS-1:0] ^ SIGN;

    genvar i;
    generate
        for (i = 0; i < LANES; i = i + 1) begin : g_lane
            wire [BITS-1:0] x = in[i*BITS +: BITS] ^ SIGN;
            // The bits 0 above and 1 below keep every comparison from being constant, whatever the limits are.
            wire below = ({1'b0, x, 1'b1} <= {1'b0, LEAST, 1'b1});
            wire above = ({1'b0, x, 1'b1} >= {1'b0, MOST, 1'b1});
            assign out[i*BITS +: BITS] = (below ? LEAST : above ? MOST : x) ^ SIGN;

`ifdef FORMAL
            // The result lies between the limits, and an element that does so stays as it is.
            wire [BITS-1:0] f_y = out[i*BITS +: BITS] ^ SIGN;
            always @* assert (f_y >= LEAST && f_y <= MOST && (x < LEAST || x > MOST || f_y == x));
`endif
        end
    endgenerate
endmodule
`default_nettype wire
