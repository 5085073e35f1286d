// systole_term: multiplies a number of 16 bits by a factor, and rounds twice.
//   p = x * FACTOR / 2^16, rounded half up
//   y = p / 2^SHIFT, rounded half away from zero
// Golden: AddArithmetic.
// Latency: 4 cycles.
// Throughput: 1 value a cycle; cannot be stalled.
// Combinational: none.
// Reset: none.
`default_nettype none
module systole_term #(
    parameter signed [31:0] FACTOR = 32'sd1073741824, // factor of x, any but -2^31
    parameter integer       SHIFT  = 0                // digits of the second rounding, 0 to 31
) (
    input  wire               clk,
    input  wire signed [15:0] x,
    output reg  signed [31:0] y
);
    localparam signed [15:0] HIGH = FACTOR[31:16];
    localparam signed [16:0] LOW  = {1'b0, FACTOR[15:0]};

    // ---------------------------------------------------------------- two products, each in a DSP slice
    reg  signed [15:0] late;
    reg  signed [31:0] high;
    reg  signed [32:0] low;
    reg  signed [31:0] product;
    wire signed [32:0] low_rounded = low + 33'sd32768;
    wire               unused_low = &{1'b0, low_rounded[15:0]};
    always @(posedge clk) begin
        late    <= x;
        high    <= late * HIGH;
        low     <= late * LOW;
        product <= high + {{15{low_rounded[32]}}, low_rounded[32:16]};
    end

    // ---------------------------------------------------------------- the second rounding
    generate
        if (SHIFT == 0) begin : g_whole
            always @(posedge clk) y <= product;
        end else begin : g_round
            localparam signed [32:0] HALF = 33'sd1 <<< (SHIFT - 1);
            wire signed [32:0] nudged  = {product[31], product} + HALF - {32'd0, product[31]};
            wire signed [32:0] shifted = nudged >>> SHIFT;
            wire               unused  = &{1'b0, shifted[32]};
            always @(posedge clk) y <= shifted[31:0];
        end
    endgenerate

`ifdef FORMAL
    wire signed [48:0] f_product = x * $signed({FACTOR[31], FACTOR});
    wire signed [48:0] f_once    = (f_product + 49'sd32768) >>> 16;
    wire signed [48:0] f_size    = (f_once < 0) ? -f_once : f_once;
    wire signed [48:0] f_half    = (SHIFT == 0) ? 49'sd0 : (49'sd1 <<< SHIFT) >>> 1;
    wire signed [48:0] f_rounded = (f_size + f_half) >>> SHIFT;
    wire signed [48:0] f_y       = (f_once < 0) ? -f_rounded : f_rounded;
    value_contract #(.WIDTH(32), .CYCLES(4)) f_value (.clk(clk), .expected(f_y[31:0]), .actual(y));
`endif
endmodule
`default_nettype wire
