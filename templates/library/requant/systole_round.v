// systole_round: divides a product by a power of two and rounds it.
//   v = (in + (in < 0 ? ADD_NEG : ADD_POS)) >> SHIFT;  out = v, or with CLAMP = 1 clamp(v + ZERO, LOW, HIGH)
// Golden: CellArithmetic.
// Latency: 1 cycle; 2 with CLAMP = 1.
// Throughput: 1 value a cycle; cannot be stalled.
// Combinational: none.
// Reset: none.
`default_nettype none
module systole_round #(
    parameter integer IN_BITS  = 32, // bits of a product, signed
    parameter integer SHIFT    = 15, // binary digits that the product is divided by, 0 to IN_BITS
    parameter signed [47:0] ADD_POS = 48'sd16384, // added before the shift where the product is not negative
    parameter signed [47:0] ADD_NEG = 48'sd16384, // added before the shift where it is negative
    parameter integer CLAMP    = 0,  // 1: with zero point and limits, 0: without
    parameter signed [17:0] ZERO = 18'sd0, // zero point
    parameter signed [17:0] LOW = -18'sd128, // least result
    parameter signed [17:0] HIGH = 18'sd127, // greatest result
    parameter integer OUT_BITS = 17  // bits of a result
) (
    input  wire                clk,
    input  wire [IN_BITS-1:0]  in,
    output wire [OUT_BITS-1:0] out
);
    localparam integer SUM         = IN_BITS + 2;
    localparam integer SCALED_BITS = SUM - SHIFT; // bits of a scaled value
    localparam integer MORE_BITS   = (SCALED_BITS > OUT_BITS) ? SCALED_BITS : OUT_BITS;
    localparam integer WIDE_BITS   = (MORE_BITS > 19) ? MORE_BITS : 19; // room for zero point and limits
    localparam signed [WIDE_BITS-1:0] ZERO_W = {{(WIDE_BITS-18){ZERO[17]}}, ZERO};
    localparam signed [WIDE_BITS-1:0] LOW_W  = {{(WIDE_BITS-18){LOW[17]}}, LOW};
    localparam signed [WIDE_BITS-1:0] HIGH_W = {{(WIDE_BITS-18){HIGH[17]}}, HIGH};

    wire [47:0]    add = in[IN_BITS-1] ? ADD_NEG : ADD_POS;
    wire [SUM-1:0] sum = {{2{in[IN_BITS-1]}}, in} + add[SUM-1:0];
    reg  signed [WIDE_BITS-1:0] scaled;
    wire [WIDE_BITS+SHIFT-1:0]  wide = {{(WIDE_BITS-SCALED_BITS){sum[SUM-1]}}, sum};
    always @(posedge clk) scaled <= wide[WIDE_BITS+SHIFT-1:SHIFT];
    wire unused = &{1'b0, wide, add, scaled};

    generate
        if (CLAMP == 0) begin : g_plain
            assign out = scaled[OUT_BITS-1:0];
        end else begin : g_clamp
            wire signed [WIDE_BITS-1:0] element = scaled + ZERO_W;
            reg  [OUT_BITS-1:0]         limited;
            always @(posedge clk)
                limited <= (element < LOW_W) ? LOW[OUT_BITS-1:0]
                         : (element > HIGH_W) ? HIGH[OUT_BITS-1:0] : element[OUT_BITS-1:0];
            assign out = limited;
        end
    endgenerate
endmodule
`default_nettype wire
