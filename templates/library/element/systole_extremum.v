// systole_extremum: takes the greater of two elements, or the lesser, lane by lane.
// Golden: ExtremumGolden.
// Latency: 1 cycle.
// Throughput: 1 beat a cycle.
// Combinational: a_ready from b_valid and out_ready; b_ready from a_valid and out_ready.
// Reset: clears valid.
`default_nettype none
module systole_extremum #(
    parameter integer LANES    = 1, // elements of a beat
    parameter integer BITS     = 8, // bits of an element
    parameter integer SIGNED   = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer GREATEST = 1, // 1: the greater, 0: the lesser
    parameter integer SLICE    = 8  // lanes of a slice
) (
    input  wire                  clk,
    input  wire                  rst,
    input  wire [LANES*BITS-1:0] a_data,
    input  wire                  a_valid,
    output wire                  a_ready,
    input  wire [LANES*BITS-1:0] b_data,
    input  wire                  b_valid,
    output wire                  b_ready,
    output reg  [LANES*BITS-1:0] out_data,
    output wire                  out_valid,
    input  wire                  out_ready
);
    // With the sign bit inverted, signed numbers compare as unsigned ones do.
    localparam [BITS-1:0] SIGN = {(SIGNED != 0), {(BITS-1){1'b0}}};

    wire room;
    assign a_ready = b_valid && room;
    assign b_ready = a_valid && room;

    // Each slice has a handshake of its own, so that no net grows with the width of a beat; all slices behave alike.
    genvar i, s;
    generate
        for (s = 0; s < LANES; s = s + SLICE) begin : g_slice
            wire free, valid;
            wire unused_valid = &{1'b0, valid}; // only that of the first slice is read
            systole_stage stage
                (.clk(clk), .rst(rst), .in_valid(a_valid && b_valid), .in_ready(free), .out_valid(valid), .out_ready(out_ready));
            for (i = s; i < LANES && i < s + SLICE; i = i + 1) begin : g_lane
                wire [BITS-1:0] a_element = a_data[i*BITS +: BITS];
                wire [BITS-1:0] b_element = b_data[i*BITS +: BITS];
                wire a_above = (a_element ^ SIGN) > (b_element ^ SIGN);
                always @(posedge clk)
                    if (free) out_data[i*BITS +: BITS] <= (a_above == (GREATEST != 0)) ? a_element : b_element;
            end
`ifdef FORMAL
            always @* assert (valid == out_valid);
`endif
        end
    endgenerate

    assign room      = g_slice[0].free;
    assign out_valid = g_slice[0].valid;

`ifdef FORMAL
    stream_contract #(.WIDTH(LANES*BITS), .PROVE(0)) f_a
        (.clk(clk), .rst(rst), .data(a_data), .valid(a_valid), .ready(a_ready));
    stream_contract #(.WIDTH(LANES*BITS), .PROVE(0)) f_b
        (.clk(clk), .rst(rst), .data(b_data), .valid(b_valid), .ready(b_ready));
    stream_contract #(.WIDTH(LANES*BITS)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    always @* assert ((a_valid && a_ready) == (b_valid && b_ready)); // both are taken, or none
`endif
endmodule
`default_nettype wire
