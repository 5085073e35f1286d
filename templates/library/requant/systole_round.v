// systole_round: multiplies two signed numbers in a DSP slice, divides the product by a power of two and rounds it.
//   v = (a * b + (a * b < 0 ? ADD_NEG : ADD_POS)) >> SHIFT;  out = v, or with CLAMP = 1 clamp(v + ZERO, LOW, HIGH)
// Where clear is high, a * b counts as 0. The sign of the product comes from those of a and b, so that the slice adds.
// Golden: CellArithmetic.
// Latency: 2 cycles; 3 with CLAMP = 1.
// Throughput: 1 value a cycle; cannot be stalled.
// Combinational: none.
// Reset: none.
`default_nettype none
module systole_round #(
    parameter integer IN_BITS  = 16, // bits of a and of b, signed
    parameter integer SHIFT    = 15, // binary digits that the product is divided by, 0 to 2 * IN_BITS
    parameter signed [47:0] ADD_POS = 48'sd16384, // added before the shift where the product is not negative
    parameter signed [47:0] ADD_NEG = 48'sd16384, // added before the shift where it is negative
    parameter integer CLAMP    = 0,  // 1: with zero point and limits, 0: without
    parameter signed [17:0] ZERO = 18'sd0, // zero point
    parameter signed [17:0] LOW = -18'sd128, // least result
    parameter signed [17:0] HIGH = 18'sd127, // greatest result
    parameter integer OUT_BITS = 17  // bits of a result
) (
    input  wire                clk,
    input  wire signed [IN_BITS-1:0] a,
    input  wire signed [IN_BITS-1:0] b,
    input  wire                clear,
    output wire [OUT_BITS-1:0] out
);
    localparam integer SUM         = 2 * IN_BITS + 2;
    localparam integer SCALED_BITS = SUM - SHIFT; // bits of a scaled value
    localparam integer MORE_BITS   = (SCALED_BITS > OUT_BITS) ? SCALED_BITS : OUT_BITS;
    localparam integer WIDE_BITS   = (MORE_BITS > 19) ? MORE_BITS : 19; // room for zero point and limits
    localparam signed [WIDE_BITS-1:0] ZERO_W = {{(WIDE_BITS-18){ZERO[17]}}, ZERO};
    localparam signed [WIDE_BITS-1:0] LOW_W  = {{(WIDE_BITS-18){LOW[17]}}, LOW};
    localparam signed [WIDE_BITS-1:0] HIGH_W = {{(WIDE_BITS-18){HIGH[17]}}, HIGH};

    reg  signed [2*IN_BITS-1:0] product;
    reg                         negative;
    reg  [SUM-1:0]              sum;
    wire [47:0]                 add = negative ? ADD_NEG : ADD_POS;
    always @(posedge clk) begin
        if (clear) product <= {2*IN_BITS{1'b0}};
        else product <= a * b;
        negative <= !clear && (a[IN_BITS-1] ^ b[IN_BITS-1]) && (a != {IN_BITS{1'b0}}) && (b != {IN_BITS{1'b0}});
        sum      <= {{2{product[2*IN_BITS-1]}}, product} + add[SUM-1:0];
    end
    wire        [WIDE_BITS+SHIFT-1:0] wide   = {{(WIDE_BITS-SCALED_BITS){sum[SUM-1]}}, sum};
    wire signed [WIDE_BITS-1:0]       scaled = wide[WIDE_BITS+SHIFT-1:SHIFT];
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

`ifdef FORMAL
    // The result is what the head says, of the operands 2 or 3 cycles ago.
    localparam integer F_BITS = 50; // for every sum
    wire signed [F_BITS-1:0] f_all     = a * b;
    wire signed [F_BITS-1:0] f_product = clear ? {F_BITS{1'b0}} : f_all;
    wire signed [F_BITS-1:0] f_rounded = (f_product + ((f_product < 0) ? ADD_NEG : ADD_POS)) >>> SHIFT;
    wire signed [F_BITS-1:0] f_element = f_rounded + ZERO;
    wire signed [F_BITS-1:0] f_limited = (f_element < LOW) ? LOW : (f_element > HIGH) ? HIGH : f_element;
    wire [OUT_BITS-1:0]      f_result  = (CLAMP != 0) ? f_limited : f_rounded;
    value_contract #(.WIDTH(OUT_BITS), .CYCLES(2 + CLAMP)) f_out (.clk(clk), .expected(f_result), .actual(out));
`endif
endmodule
`default_nettype wire
