// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_requant: requantizes sums, which come channel by channel, in a form that is proved equal to the network's.
//   total = saturate(in + BIAS[c]);  value = total * MULT[c] + (total < 0 ? ADD_NEG[c] : ADD_POS[c])
//   out = clamp((value >> SHIFT) - tie + ZERO, LOW, HIGH)
//   tie = 1 where TIES_EVEN = 1 and the value lies halfway above an odd level
// c moves on after every HOLD sums, modulo CHANNELS. A word of FILE is {ADD_NEG if SIGNED_ADD, ADD_POS, MULT, BIAS}.
// Golden: Requantizers, in the form of MultiplyShift.
// Latency: 7 + BLOCK + DEEP cycles.
// Throughput: 1 sum a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears valid and the channel.
`default_nettype none
module motion_requant #(
    parameter integer IN_BITS    = 24, // bits of a sum, signed
    parameter integer BIAS_BITS  = 24, // bits of a bias, signed
    parameter integer TOTAL_BITS = 18, // bits of the saturated accumulator, signed
    parameter integer MULT_BITS  = 17, // bits of a multiplier, unsigned
    parameter integer ADD_BITS   = 36, // bits of an addend, signed
    parameter integer VALUE_BITS = 36, // bits of the scaled value, signed
    parameter integer PORT       = 25, // bits of a DSP slice's wider port
    parameter integer SHIFT      = 16, // binary digits that the scaled value is divided by, 0 to 62
    parameter integer SIGNED_ADD = 0,  // 1: the addend depends on the sign, 0: it does not
    parameter integer TIES_EVEN  = 0,  // 1: a value halfway goes to the even level, 0: ADD alone decides
    parameter integer DEEP       = 0,  // 1: several products wait a cycle before they are added up, see systole_scale
    parameter integer OUT_BITS   = 8,  // bits of an element
    parameter signed [17:0] ZERO = 18'sd0, // zero point
    parameter signed [17:0] LOW = -18'sd128, // least element
    parameter signed [17:0] HIGH = 18'sd127, // greatest element
    parameter integer CHANNELS   = 16, // words of the parameter memory
    parameter integer HOLD       = 1,  // sums that share a word
    parameter integer BLOCK      = 0,  // parameter memory: 1: block RAM, 0: LUTs
    parameter         FILE       = ""  // contents of the parameter memory
) (
    input  wire                      clk,
    input  wire                      rst,
    input  wire signed [IN_BITS-1:0] in_data,
    input  wire                      in_valid,
    output reg  [OUT_BITS-1:0]       out_data,
    output wire                      out_valid
);
    localparam integer AW           = (CHANNELS == 1) ? 1 : $clog2(CHANNELS);
    localparam integer WORD         = BIAS_BITS + MULT_BITS + ADD_BITS * (1 + SIGNED_ADD);
    localparam integer SUM          = ((IN_BITS > BIAS_BITS) ? IN_BITS : BIAS_BITS) + 1; // bits of a sum with its bias
    localparam integer SHIFTED_BITS = VALUE_BITS - SHIFT + 1; // bits of a level, zero point added
    localparam integer LEVEL_BITS   = (SHIFTED_BITS > OUT_BITS + 2) ? SHIFTED_BITS : OUT_BITS + 2;
    localparam signed [63:0] ZERO_64 = {{46{ZERO[17]}}, ZERO};
    localparam signed [63:0] LOW_64  = {{46{LOW[17]}}, LOW};
    localparam signed [63:0] HIGH_64 = {{46{HIGH[17]}}, HIGH};
    localparam signed [63:0] LEAST   = LOW_64 - ZERO_64;  // of the level
    localparam signed [63:0] MOST    = HIGH_64 - ZERO_64;

    motion_pipe #(.WIDTH(1), .CYCLES(7 + BLOCK + DEEP)) pipe_valid (.clk(clk), .rst(rst), .in(in_valid), .out(out_valid));

    // ---------------------------------------------------------------- 1, with BLOCK = 1 also 2: the channel's parameters
    reg  [AW-1:0]   channel = {AW{1'b0}};
    wire            wrap, held;
    wire [WORD-1:0] read, word;
    wire signed [IN_BITS-1:0] sum;
    motion_counter #(.COUNT(HOLD)) holds (.clk(clk), .rst(rst), .step(in_valid), .last(held));
    motion_counter #(.COUNT(CHANNELS)) channels (.clk(clk), .rst(rst), .step(in_valid && held), .last(wrap));
    motion_rom #(.WIDTH(WORD), .DEPTH(CHANNELS), .AW(AW), .BLOCK(BLOCK), .FILE(FILE)) parameters
        (.clk(clk), .addr(channel), .data(read));
    motion_delay #(.WIDTH(WORD), .CYCLES(BLOCK)) own (.clk(clk), .in(read), .out(word)); // a register of the block RAM
    motion_delay #(.WIDTH(IN_BITS), .CYCLES(1 + BLOCK)) wait_word (.clk(clk), .in(in_data), .out(sum));
    always @(posedge clk)
        if (rst) channel <= {AW{1'b0}};
        else if (in_valid && held) channel <= wrap ? {AW{1'b0}} : channel + 1'b1;
    wire signed [BIAS_BITS-1:0] bias = word[BIAS_BITS-1:0];

    // ---------------------------------------------------------------- 2, 3: bias, saturation to the active span
    reg  signed [SUM-1:0]        biased;
    reg  [WORD-BIAS_BITS-1:0]    word_2, word_3;
    reg  signed [TOTAL_BITS-1:0] total;
    wire signed [TOTAL_BITS-1:0] saturated;
    generate
        if (SUM > TOTAL_BITS) begin : g_saturate
            wire fits = (biased[SUM-1:TOTAL_BITS-1] == {(SUM-TOTAL_BITS+1){biased[SUM-1]}});
            assign saturated = fits ? biased[TOTAL_BITS-1:0] : {biased[SUM-1], {(TOTAL_BITS-1){!biased[SUM-1]}}};
        end else begin : g_extend
            assign saturated = {{(TOTAL_BITS-SUM){biased[SUM-1]}}, biased};
        end
    endgenerate
    always @(posedge clk) begin
        biased <= {{(SUM-IN_BITS){sum[IN_BITS-1]}}, sum} + {{(SUM-BIAS_BITS){bias[BIAS_BITS-1]}}, bias};
        word_2 <= word[WORD-1:BIAS_BITS];
        total  <= saturated;
        word_3 <= word_2;
    end
    wire [MULT_BITS-1:0] mult = word_3[MULT_BITS-1:0];

    // ---------------------------------------------------------------- 4, 5, 6: product and addend
    reg  signed [ADD_BITS-1:0]   addend;
    wire signed [VALUE_BITS-1:0] value;
    generate
        if (SIGNED_ADD != 0) begin : g_signed_add
            always @(posedge clk)
                addend <= total[TOTAL_BITS-1] ? word_3[MULT_BITS+ADD_BITS +: ADD_BITS] : word_3[MULT_BITS +: ADD_BITS];
        end else begin : g_add
            always @(posedge clk) addend <= word_3[MULT_BITS +: ADD_BITS];
        end
    endgenerate
    motion_scale #(
        .TOTAL_BITS(TOTAL_BITS), .MULT_BITS(MULT_BITS), .PORT(PORT), .ADD_BITS(ADD_BITS), .VALUE_BITS(VALUE_BITS), .DEEP(DEEP)
    ) scale (.clk(clk), .total(total), .mult(mult), .addend(addend), .value(value));

    // ---------------------------------------------------------------- 7: level, zero point, clamp
    wire tie;
    generate
        if (TIES_EVEN != 0 && SHIFT > 0) begin : g_tie
            assign tie = value[SHIFT] && (value[SHIFT-1:0] == {SHIFT{1'b0}});
        end else begin : g_no_tie
            assign tie = 1'b0;
        end
    endgenerate
    wire signed [LEVEL_BITS-1:0] level
        = {{(LEVEL_BITS-VALUE_BITS+SHIFT){value[VALUE_BITS-1]}}, value[VALUE_BITS-1:SHIFT]};
    wire signed [LEVEL_BITS-1:0] even    = level - $signed({{(LEVEL_BITS-1){1'b0}}, tie});
    wire [OUT_BITS-1:0]          element = even[OUT_BITS-1:0] + ZERO[OUT_BITS-1:0];
    wire unused = &{1'b0, value, even};
    always @(posedge clk)
        out_data <= (even < $signed(LEAST[LEVEL_BITS-1:0])) ? LOW[OUT_BITS-1:0]
                  : (even > $signed(MOST[LEVEL_BITS-1:0])) ? HIGH[OUT_BITS-1:0] : element;

`ifdef FORMAL
    // Channels come in turns, and an element is what the head says of its sum and of its channel's word.
    localparam integer F_BITS = VALUE_BITS + 20; // for every value
    localparam signed [F_BITS-1:0] F_MOST = (1 << (TOTAL_BITS - 1)) - 1;
    localparam signed [F_BITS-1:0] F_LEAST = -F_MOST - 1;
    reg        [15:0]        f_count = 16'd0; // sums of this round
    reg signed [IN_BITS-1:0] f_in;
    always @(posedge clk) begin
        f_in <= in_data;
        if (rst) f_count <= 16'd0;
        else if (in_valid) f_count <= (f_count == CHANNELS * HOLD - 1) ? 16'd0 : f_count + 1'b1;
    end
    wire signed [BIAS_BITS-1:0] f_bias = read[BIAS_BITS-1:0];
    wire signed [MULT_BITS:0]   f_mult = {1'b0, read[BIAS_BITS +: MULT_BITS]};
    wire signed [ADD_BITS-1:0]  f_pos  = read[BIAS_BITS+MULT_BITS +: ADD_BITS];
    wire signed [ADD_BITS-1:0]  f_neg  = read[WORD-1 -: ADD_BITS]; // the same if there is one
    wire signed [F_BITS-1:0] f_sum   = f_in + f_bias;
    wire signed [F_BITS-1:0] f_total = (f_sum < F_LEAST) ? F_LEAST : (f_sum > F_MOST) ? F_MOST : f_sum;
    wire signed [F_BITS-1:0] f_value = f_total * f_mult + ((f_total < 0) ? f_neg : f_pos);
    wire signed [F_BITS-1:0] f_level = f_value >>> SHIFT;
    wire signed [F_BITS-1:0] f_even
        = (TIES_EVEN != 0 && SHIFT > 0 && f_level[0] && f_value == (f_level <<< SHIFT)) ? f_level - 1 : f_level;
    wire signed [F_BITS-1:0] f_element = f_even + ZERO;
    wire [OUT_BITS-1:0]      f_clamped = (f_element < LOW) ? LOW : (f_element > HIGH) ? HIGH : f_element;
    value_contract #(.WIDTH(OUT_BITS), .CYCLES(6 + BLOCK + DEEP), .BEFORE(1)) f_out
        (.clk(clk), .expected(f_clamped), .actual(out_data));
    always @* begin
        assert (f_count < CHANNELS * HOLD && channel == f_count / HOLD && held == (f_count % HOLD == HOLD - 1));
        assert (wrap == (f_count / HOLD == CHANNELS - 1));
    end
`endif
endmodule
`default_nettype wire
