// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_scale: multiplies a signed number by an unsigned one in DSP slices and adds an addend.
//   value = total * mult + addend
// Each operand is one word or two. A slice takes PORT x NARROW bits, but one less of mult, as it has no sign. With
// DEEP = 0 the slice of the lowest product adds the addend. DEEP = 1 is needed for four products, and for two with an
// addend that leaves no room for a carry in the 48 bits of a slice.
// Latency: 3 + DEEP cycles from total and mult; addend comes a cycle later than they do.
// Throughput: 1 value a cycle; cannot be stalled.
// Combinational: none.
// Reset: none.
`default_nettype none
module motion_scale #(
    parameter integer TOTAL_BITS = 18, // bits of total, signed, at least 2; two words of a port at most
    parameter integer MULT_BITS  = 17, // bits of mult, unsigned; two words of the other port at most
    parameter integer PORT       = 25, // bits of a DSP slice's wider port
    parameter integer NARROW     = 18, // bits of its narrower port
    parameter integer ADD_BITS   = 36, // bits of an addend, signed
    parameter integer VALUE_BITS = 36, // bits of the value, signed, at least those of an addend
    parameter integer DEEP       = 0   // 1: several products wait a cycle in the sum registers of their slices
) (
    input  wire                         clk,
    input  wire signed [TOTAL_BITS-1:0] total,
    input  wire [MULT_BITS-1:0]         mult,
    input  wire signed [ADD_BITS-1:0]   addend,
    output reg  signed [VALUE_BITS-1:0] value
);
    // The total goes to the narrow port or to the wide one, whichever makes fewer products.
    localparam integer AT_NARROW = ((TOTAL_BITS <= NARROW) ? 1 : 2) * ((MULT_BITS < PORT) ? 1 : 2);
    localparam integer AT_WIDE   = ((TOTAL_BITS <= PORT) ? 1 : 2) * ((MULT_BITS < NARROW) ? 1 : 2);
    localparam integer WIDE      = (TOTAL_BITS >= 2 * NARROW || (AT_WIDE <= AT_NARROW && MULT_BITS < 2 * NARROW - 1)) ? 1 : 0;
    localparam integer T_CUT     = (WIDE != 0) ? PORT - 1 : NARROW - 1; // bits of the lower word of two, unsigned
    localparam integer M_CUT     = (WIDE != 0) ? NARROW - 1 : PORT - 1;
    localparam integer T_WORDS   = (MULT_BITS == 1 || TOTAL_BITS <= T_CUT + 1) ? 1 : 2;
    localparam integer M_WORDS   = (MULT_BITS <= M_CUT) ? 1 : 2;

    generate
        if (T_WORDS * M_WORDS == 1) begin : g_one
            localparam integer PB = TOTAL_BITS + MULT_BITS + 1;             // bits of the product
            localparam integer SB = (PB > VALUE_BITS) ? PB : VALUE_BITS;    // room for product and value
            reg  signed [PB-1:0] product;
            reg  signed [VALUE_BITS-1:0] scaled;
            wire signed [SB-1:0] wide = {{(SB-PB){product[PB-1]}}, product};
            wire unused = &{1'b0, wide};
            if (MULT_BITS == 1) begin : g_once
                always @(posedge clk) product <= mult[0] ? {{(PB-TOTAL_BITS){total[TOTAL_BITS-1]}}, total} : {PB{1'b0}};
            end else begin : g_times
                always @(posedge clk) product <= total * $signed({1'b0, mult});
            end
            always @(posedge clk) begin
                scaled <= wide[VALUE_BITS-1:0] + {{(VALUE_BITS-ADD_BITS){addend[ADD_BITS-1]}}, addend};
                value  <= scaled;
            end
        end else begin : g_parts
            localparam integer CUT = (T_WORDS * M_WORDS == 4) ? NARROW - 1 : (T_WORDS == 2) ? T_CUT : M_CUT; // place of upper
            localparam integer TL  = (T_WORDS == 2) ? T_CUT + 1 : TOTAL_BITS; // bits of the lower word, signed
            localparam integer ML  = (M_WORDS == 2) ? M_CUT + 1 : MULT_BITS + 1;
            localparam integer TH  = (T_WORDS == 2) ? TOTAL_BITS - T_CUT : 1; // bits of the upper word, signed
            localparam integer MH  = (M_WORDS == 2) ? MULT_BITS - M_CUT + 1 : 1;
            localparam integer UB  = TOTAL_BITS + MULT_BITS + 2 - CUT;        // bits of upper
            localparam integer SB  = (UB + CUT > VALUE_BITS) ? UB + CUT : VALUE_BITS;
            wire signed [TL-1:0] t_low;
            wire signed [ML-1:0] m_low;
            wire signed [TH-1:0] t_high;
            wire signed [MH-1:0] m_high;
            if (T_WORDS == 2) begin : g_t
                assign {t_high, t_low} = {total[TOTAL_BITS-1:T_CUT], 1'b0, total[T_CUT-1:0]};
            end else begin : g_t_whole
                assign {t_high, t_low} = {1'b0, total};
            end
            if (M_WORDS == 2) begin : g_m
                assign {m_high, m_low} = {1'b0, mult[MULT_BITS-1:M_CUT], 1'b0, mult[M_CUT-1:0]};
            end else begin : g_m_whole
                assign {m_high, m_low} = {1'b0, 1'b0, mult};
            end

            reg signed [TL+ML-1:0] low;
            reg signed [TH+ML-1:0] of_total; // 0 if the total is one word
            reg signed [TL+MH-1:0] of_mult;
            always @(posedge clk) begin
                low      <= t_low * m_low;
                of_total <= t_high * m_low;
                of_mult  <= t_low * m_high;
            end

            // ---------------------------------------------------------------- the sum of the parts
            reg  signed [UB-1:0] upper;
            wire signed [SB-1:0] lower;
            wire signed [SB-1:0] upper_wide = {{(SB-UB-CUT){upper[UB-1]}}, upper, {CUT{1'b0}}};
            wire unused = &{1'b0, lower, upper_wide, t_high, m_high, of_total, of_mult};
            always @(posedge clk) value <= lower[VALUE_BITS-1:0] + upper_wide[VALUE_BITS-1:0];
            if (DEEP == 0) begin : g_shallow
                localparam integer LB = ((TL + ML > ADD_BITS) ? TL + ML : ADD_BITS) + 1;
                localparam integer WB = (SB > LB) ? SB : LB;
                reg  signed [LB-1:0] scaled;
                wire signed [WB-1:0] scaled_wide = {{(WB-LB){scaled[LB-1]}}, scaled};
                wire unused_wide = &{1'b0, scaled_wide};
                assign lower = scaled_wide[SB-1:0];
                always @(posedge clk) scaled <= {{(LB-TL-ML){low[TL+ML-1]}}, low} + {{(LB-ADD_BITS){addend[ADD_BITS-1]}}, addend};
                if (T_WORDS == 2) begin : g_total
                    always @(posedge clk) upper <= {{(UB-TH-ML){of_total[TH+ML-1]}}, of_total};
                end else begin : g_mult
                    always @(posedge clk) upper <= {{(UB-TL-MH){of_mult[TL+MH-1]}}, of_mult};
                end
            end else begin : g_deep
                reg  signed [TL+ML-1:0] low_sum; // of two words both ways, no more than T_CUT + M_CUT bits, not negative
                reg  signed [TH+ML-1:0] of_total_sum;
                reg  signed [TL+MH-1:0] of_mult_sum;
                reg  signed [ADD_BITS-1:0] addend_late;
                reg  signed [SB-1:0] scaled;
                wire signed [SB-1:0] product;
                wire unused_sums = &{1'b0, of_total_sum, of_mult_sum};
                assign lower = scaled;
                always @(posedge clk) begin
                    low_sum      <= low;
                    of_total_sum <= of_total;
                    of_mult_sum  <= of_mult;
                    addend_late  <= addend;
                    scaled       <= product + {{(SB-ADD_BITS){addend_late[ADD_BITS-1]}}, addend_late};
                end
                if (T_WORDS * M_WORDS == 4) begin : g_four
                    reg  signed [TH+MH-1:0] high, high_sum;
                    wire signed [UB-1:0] total_wide = {{(UB-TH-ML-T_CUT+CUT){of_total_sum[TH+ML-1]}}, of_total_sum, {(T_CUT-CUT){1'b0}}};
                    wire signed [UB-1:0] mult_wide  = {{(UB-TL-MH-M_CUT+CUT){of_mult_sum[TL+MH-1]}}, of_mult_sum, {(M_CUT-CUT){1'b0}}};
                    wire unused_sign = &{1'b0, low_sum};
                    assign product = {{(SB-TH-MH-T_CUT-M_CUT){high_sum[TH+MH-1]}}, high_sum, low_sum[T_CUT+M_CUT-1:0]};
                    always @(posedge clk) begin
                        high     <= t_high * m_high;
                        high_sum <= high;
                        upper    <= total_wide + mult_wide;
                    end
                end else begin : g_two
                    assign product = {{(SB-TL-ML){low_sum[TL+ML-1]}}, low_sum};
                    if (T_WORDS == 2) begin : g_total
                        always @(posedge clk) upper <= {{(UB-TH-ML){of_total_sum[TH+ML-1]}}, of_total_sum};
                    end else begin : g_mult
                        always @(posedge clk) upper <= {{(UB-TL-MH){of_mult_sum[TL+MH-1]}}, of_mult_sum};
                    end
                end
            end
        end
    endgenerate

`ifdef FORMAL
    // The value is that of the operands 3 + DEEP cycles ago and of the addend that came a cycle after them.
    reg  signed [VALUE_BITS-1:0] f_product;
    wire signed [VALUE_BITS-1:0] f_sum = f_product + addend;
    always @(posedge clk) f_product <= total * $signed({1'b0, mult});
    value_contract #(.WIDTH(VALUE_BITS), .CYCLES(2 + DEEP), .BEFORE(1)) f_value
        (.clk(clk), .expected(f_sum), .actual(value));
`endif
endmodule
`default_nettype wire
