// systole_curve: a function of 16 bits that is made of straight segments of equal length.
//   argument = FACTOR * |x|, with MIRRORED = 0 FACTOR * (x + 2^15);  s = argument >> BITS
//   value = (base[s] + slope[s] * (argument mod 2^BITS)) >> FRACTION, plus rest[argument] if there are rests
//   y = value, with MIRRORED = 1 and x < 0 MIRROR - value
// A rest is what the segment lacks at one place.
// Golden: GateFunctions, in the form of Segments.
// Latency: 6 cycles; 7 with FACTOR = 3.
// Throughput: 1 value a cycle; cannot be stalled.
// Combinational: none.
// Reset: none.
`default_nettype none
module systole_curve #(
    parameter integer MIRRORED   = 1,   // 1: f(x) + f(-x) = MIRROR, 0: segments for all x
    parameter signed [16:0] MIRROR = 17'sd0, // what f(x) and f(-x) add up to, modulo 2^16; read if MIRRORED = 1
    parameter integer FACTOR     = 1,   // factor of the argument, 1 or 3
    parameter integer BITS       = 6,   // bits of a place within a segment
    parameter integer FRACTION   = 7,   // fraction bits of a base
    parameter integer SEGMENTS   = 512, // segments
    parameter integer BASE_BITS  = 22,  // bits of a base, signed
    parameter integer SLOPE_BITS = 11,  // bits of a slope, signed
    parameter integer REST_BITS  = 0,   // bits of a rest, unsigned; 0: there are no rests
    parameter integer BLOCK      = 0,   // memory of the segments: 1: block RAM, 0: LUTs
    parameter integer REST_BLOCK = 0,   // memory of the rests: 1: block RAM, 0: LUTs
    parameter         FILE       = "",  // contents: {slope, base} of each segment
    parameter         REST_FILE  = ""   // contents: the rests, as many to a word of 32 bits as equal powers of two allow
) (
    input  wire               clk,
    input  wire signed [15:0] x,
    output reg  [15:0]        y
);
    localparam integer MAGNITUDE = (MIRRORED != 0) ? 15 : 16;
    localparam integer ARGUMENT_BITS = MAGNITUDE + ((FACTOR == 1) ? 0 : 2);
    localparam integer NUMBER_BITS   = ARGUMENT_BITS - BITS; // bits of a segment's number
    localparam integer AW            = (SEGMENTS == 1) ? 1 : $clog2(SEGMENTS);
    localparam integer WORD          = BASE_BITS + SLOPE_BITS;
    localparam integer LEAST_BITS    = ((BASE_BITS > SLOPE_BITS + BITS + 1) ? BASE_BITS : SLOPE_BITS + BITS + 1) + 1;
    localparam integer SUM_BITS      = (LEAST_BITS - FRACTION > 17) ? LEAST_BITS : FRACTION + 17; // whole part of 17 bits at least
    localparam integer SIGN_CYCLES   = (FACTOR == 1) ? 5 : 6; // stages before the last

    // ---------------------------------------------------------------- 1: magnitude
    reg  [MAGNITUDE-1:0] magnitude;
    wire                 negative;
    generate
        if (MIRRORED != 0) begin : g_fold
            wire [15:0] minus = -x;
            always @(posedge clk) magnitude <= !x[15] ? x[14:0] : minus[15] ? 15'h7fff : minus[14:0];
            systole_delay #(.WIDTH(1), .CYCLES(SIGN_CYCLES)) delay_sign (.clk(clk), .in(x[15]), .out(negative));
        end else begin : g_shift
            always @(posedge clk) magnitude <= {!x[15], x[14:0]};
            assign negative = 1'b0;
        end
    endgenerate

    // ---------------------------------------------------------------- 2 with FACTOR = 3: the argument
    wire [ARGUMENT_BITS-1:0] argument;
    generate
        if (FACTOR == 1) begin : g_once
            assign argument = magnitude;
        end else begin : g_times
            reg [ARGUMENT_BITS-1:0] product;
            always @(posedge clk) product <= {1'b0, magnitude, 1'b0} + {2'b00, magnitude};
            assign argument = product;
        end
    endgenerate

    // ---------------------------------------------------------------- the segment, the rest
    wire [WORD-1:0]        read;
    reg  [WORD-1:0]        word; // a block RAM has this register inside
    wire [NUMBER_BITS-1:0] segment = argument[ARGUMENT_BITS-1:BITS];
    wire [AW+NUMBER_BITS-1:0] number = {{AW{1'b0}}, segment};
    reg  [BITS-1:0]   place_1, place;
    systole_rom #(.WIDTH(WORD), .DEPTH(SEGMENTS), .AW(AW), .BLOCK(BLOCK), .FILE(FILE)) segments
        (.clk(clk), .addr(number[AW-1:0]), .data(read));
    always @(posedge clk) begin
        place_1 <= argument[BITS-1:0];
        place   <= place_1;
        word    <= read;
    end

    // ---------------------------------------------------------------- product, sum
    wire signed [SLOPE_BITS-1:0] slope = word[WORD-1:BASE_BITS];
    reg  signed [SLOPE_BITS+BITS:0] product;
    reg  [BASE_BITS-1:0]  base;
    reg  [SUM_BITS-1:0]   sum;
    wire [SUM_BITS-1:0]   product_wide = {{(SUM_BITS-SLOPE_BITS-BITS-1){product[SLOPE_BITS+BITS]}}, product};
    wire [SUM_BITS-1:0]   base_wide    = {{(SUM_BITS-BASE_BITS){base[BASE_BITS-1]}}, base};
    always @(posedge clk) begin
        product <= slope * $signed({1'b0, place});
        base    <= word[BASE_BITS-1:0];
        sum     <= product_wide + base_wide;
    end

    // ---------------------------------------------------------------- rest, mirror
    wire [15:0] rest;
    generate
        if (REST_BITS == 0) begin : g_none
            assign rest = 16'd0;
        end else begin : g_rest
            // A word holds several rests, so that the memory is no deeper than a block and needs no logic before its register.
            localparam integer PACK = (REST_BITS == 1) ? 5 : (REST_BITS == 2) ? 4 : (REST_BITS <= 4) ? 3 : (REST_BITS <= 8) ? 2 : 1;
            localparam integer PW   = ARGUMENT_BITS - PACK; // bits of a word's address
            wire [31:0]          entry;
            reg  [31:0]          entry_late; // a block RAM has this register inside
            wire [4:0]           place_late;
            reg  [REST_BITS-1:0] picked, late;
            systole_rom #(.WIDTH(32), .DEPTH(1 << PW), .AW(PW), .BLOCK(REST_BLOCK), .FILE(REST_FILE)) rests
                (.clk(clk), .addr(argument[ARGUMENT_BITS-1:PACK]), .data(entry));
            systole_delay #(.WIDTH(5), .CYCLES(2)) delay_place (.clk(clk), .in(argument[4:0] << (5 - PACK)), .out(place_late));
            always @(posedge clk) begin
                entry_late <= entry;
                picked     <= entry_late[place_late +: REST_BITS];
                late       <= picked;
            end
            assign rest = {{(16-REST_BITS){1'b0}}, late};
        end
    endgenerate
    wire [15:0] whole = sum[FRACTION +: 16];
    wire        unused = &{1'b0, sum, number, MIRROR};
    always @(posedge clk)
        if (negative) y <= MIRROR[15:0] - whole - rest;
        else y <= whole + rest;

`ifdef FORMAL
    // The tables are read at the places that belong to the argument, and y is what the head says of what they hold there.
    localparam integer F_CYCLES = (FACTOR == 1) ? 1 : 2; // from x to its argument
    wire signed [17:0] f_size     = (MIRRORED == 0) ? x + 18'sd32768 : (x < 0) ? -x : x;
    wire        [19:0] f_argument = FACTOR * ((MIRRORED != 0 && f_size == 18'sd32768) ? 20'd32767 : f_size);
    wire        [19:0] f_segment  = argument >> BITS;
    value_contract #(.WIDTH(ARGUMENT_BITS), .CYCLES(F_CYCLES)) f_places
        (.clk(clk), .expected(f_argument[ARGUMENT_BITS-1:0]), .actual(argument));
    always @* assert (number[AW-1:0] == f_segment[AW-1:0]);

    reg  signed [BITS:0] f_place;
    wire                 f_negative;
    wire [15:0]          f_rest;
    localparam integer F_RESTS = (REST_BITS == 1) ? 32 : (REST_BITS == 2) ? 16 : (REST_BITS <= 4) ? 8 : (REST_BITS <= 8) ? 4 : 2;
    reg  [4:0]           f_spot; // of the rest in its word
    always @(posedge clk) begin
        f_place <= {1'b0, argument[BITS-1:0]};
        f_spot  <= argument % F_RESTS;
    end
    systole_delay #(.WIDTH(1), .CYCLES(F_CYCLES + 1)) f_sign (.clk(clk), .in(MIRRORED != 0 && x < 0), .out(f_negative));
    generate
        if (REST_BITS == 0) assign f_rest = 16'd0;
        else assign f_rest = (g_rest.entry >> (f_spot * (32 / F_RESTS))) & ((1 << REST_BITS) - 1);
    endgenerate
    wire signed [SLOPE_BITS-1:0] f_slope = read[WORD-1:BASE_BITS];
    wire signed [BASE_BITS-1:0]  f_base  = read[BASE_BITS-1:0];
    wire signed [SUM_BITS-1:0]   f_sum   = f_base + f_slope * f_place;
    wire [15:0] f_value = (f_sum >>> FRACTION) + f_rest;
    wire [15:0] f_turned = f_negative ? MIRROR - f_value : f_value;
    value_contract #(.WIDTH(16), .CYCLES(4), .BEFORE(F_CYCLES + 1)) f_y (.clk(clk), .expected(f_turned), .actual(y));
`endif
endmodule
`default_nettype wire
