// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_max: finds the greatest of each lane's elements over a pass.
// Golden: PoolGolden.
// Latency: 1 cycle after the last beat of a pass.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears valid.
`default_nettype none
module motion_max #(
    parameter integer LANES  = 1, // elements of a beat
    parameter integer BITS   = 8, // bits of an element
    parameter integer SIGNED = 1  // 1: signed (two's complement), 0: unsigned
) (
    input  wire                  clk,
    input  wire                  rst,
    input  wire [LANES*BITS-1:0] in_data,
    input  wire                  in_valid,
    input  wire                  in_first, // first beat of a pass
    input  wire                  in_last,  // last beat of a pass
    output reg  [LANES*BITS-1:0] out_data,
    output reg                   out_valid
);
    // With the sign bit inverted, signed numbers compare as unsigned ones do.
    localparam [BITS-1:0] SIGN = {(SIGNED != 0), {(BITS-1){1'b0}}};

    genvar i;
    generate
        for (i = 0; i < LANES; i = i + 1) begin : g_lane
            wire [BITS-1:0] now  = in_data[i*BITS +: BITS];
            wire [BITS-1:0] best = out_data[i*BITS +: BITS];
            always @(posedge clk)
                if (in_valid && (in_first || (now ^ SIGN) > (best ^ SIGN))) out_data[i*BITS +: BITS] <= now;
        end
    endgenerate

    always @(posedge clk)
        if (rst) out_valid <= 1'b0;
        else out_valid <= in_valid && in_last;
    initial out_valid = 1'b0;
endmodule
`default_nettype wire
