// systole_softmax: computes the probabilities of the COUNT elements of a pixel, rounded as the reference kernel does.
//   e = exps[max - x];  sum of round(e / 2^12);  1 / sum by three Newton steps;  out = round(e / sum) + ZERO, saturated
// FILE holds exps for the differences 0 to 255, 31 bits a word. The next pixel comes in while this one is computed.
// Golden: SoftmaxMath.
// Latency: COUNT + N + 53 cycles after the last element, N = $clog2(COUNT + 1).
// Throughput: a pixel every 2 * COUNT + N + 41 cycles, whose elements leave one a cycle.
// Combinational: none.
// Reset: clears valid, the state and the places.
`default_nettype none
module systole_softmax #(
    parameter integer IN_BITS     = 8,  // bits of an element, 1 to 8
    parameter integer IN_SIGNED   = 1,  // 1: signed (two's complement), 0: unsigned
    parameter integer COUNT       = 10, // elements of a pixel, 1 to 4095
    parameter signed [17:0] ZERO = -18'sd128, // the element of probability 0: -128 or 0
    parameter integer BLOCK       = 0,  // memory of two pixels: 1: block RAM, 0: LUT RAM
    parameter integer TABLE_BLOCK = 0,  // memory of the table: 1: block RAM, 0: LUTs
    parameter         FILE        = ""  // contents of the table of exponentials, found from the folder that the tool runs in
) (
    input  wire               clk,
    input  wire               rst,
    input  wire [IN_BITS-1:0] in_data,
    input  wire               in_valid,
    output wire               in_ready,
    output wire [7:0]         out_data,
    output wire               out_valid,
    input  wire               out_ready
);
    localparam integer AW       = (COUNT == 1) ? 1 : $clog2(COUNT);
    localparam integer N        = $clog2(COUNT + 1); // bits of the whole part of the sum
    localparam integer SUM_BITS = N + 19;            // 19 of them after the point, enough for COUNT elements
    // With the sign bit inverted, signed numbers compare as unsigned ones do, and differences stay the same.
    localparam [IN_BITS-1:0] SIGN = {{(IN_BITS-1){1'b0}}, (IN_SIGNED != 0)} << (IN_BITS - 1);

    localparam [2:0] IDLE = 3'd0, SUM = 3'd1, SETTLE = 3'd2, NORMALIZE = 3'd3, NEWTON = 3'd4, PUT = 3'd5;
    localparam [1:0] SCALE = 2'd0, GUESS = 2'd1, MISS = 2'd2, MEND = 2'd3; // what is multiplied

    // ---------------------------------------------------------------- a pixel comes in: its elements and their maximum
    reg  [AW-1:0]      wr_place = {AW{1'b0}};
    reg                wr_bank  = 1'b0;
    reg                rd_bank  = 1'b0;
    reg  [1:0]         full     = 2'b00; // a bank holds a whole pixel
    reg                begun    = 1'b0;  // a pixel has begun to come in
    reg  [IN_BITS-1:0] best;
    wire               wr_last, done;
    wire [IN_BITS-1:0] now  = in_data ^ SIGN;
    wire               take = in_valid && in_ready;

    assign in_ready = !full[wr_bank];

    systole_counter #(.COUNT(COUNT)) wr_places (.clk(clk), .rst(rst), .step(take), .last(wr_last));

    always @(posedge clk)
        if (take && (!begun || now > best)) best <= now;

    always @(posedge clk)
        if (rst) begin
            wr_place <= {AW{1'b0}};
            wr_bank  <= 1'b0;
            rd_bank  <= 1'b0;
            full     <= 2'b00;
            begun    <= 1'b0;
        end else begin
            if (take) begin
                wr_place <= wr_last ? {AW{1'b0}} : wr_place + 1'b1;
                wr_bank  <= wr_bank ^ wr_last;
                begun    <= !wr_last;
            end
            rd_bank <= rd_bank ^ done;
            full    <= (full | ({1'b0, take && wr_last} << wr_bank)) & ~({1'b0, done} << rd_bank);
        end

    // ---------------------------------------------------------------- the phases of the pixel that is computed
    reg  [2:0] state = IDLE;
    reg  [1:0] job   = SCALE;
    reg  [1:0] mends = 2'd0; // Newton steps taken
    wire       credit, rd_last, settled, normalized, product_used;
    wire       summing = (state == SUM);
    wire       putting = (state == PUT) && credit;
    wire       issue   = summing || putting; // an element is read

    assign done = putting && rd_last;

    systole_counter #(.COUNT(COUNT)) rd_places (.clk(clk), .rst(rst), .step(issue), .last(rd_last));
    systole_counter #(.COUNT(5)) settling (.clk(clk), .rst(rst), .step(state == SETTLE), .last(settled));
    systole_counter #(.COUNT(N)) shifts (.clk(clk), .rst(rst), .step(state == NORMALIZE), .last(normalized));
    systole_counter #(.COUNT(5)) products (.clk(clk), .rst(rst), .step(state == NEWTON), .last(product_used));

    always @(posedge clk)
        if (rst) begin
            state <= IDLE;
            job   <= SCALE;
            mends <= 2'd0;
        end else case (state)
            IDLE: if (full[rd_bank]) state <= SUM;
            SUM: if (rd_last) state <= SETTLE;
            SETTLE: if (settled) state <= NORMALIZE;
            NORMALIZE: if (normalized) begin
                state <= NEWTON;
                job   <= GUESS;
            end
            NEWTON: if (product_used) begin
                job <= (job == MISS) ? MEND : MISS;
                if (job == MEND) begin
                    mends <= mends + 1'b1;
                    if (mends == 2'd2) begin
                        state <= PUT;
                        job   <= SCALE;
                        mends <= 2'd0;
                    end
                end
            end
            default: if (done) state <= IDLE;
        endcase

    // ---------------------------------------------------------------- 1, 2, 3: element, difference, exponential
    reg  [AW-1:0]      rd_place = {AW{1'b0}};
    reg  [IN_BITS-1:0] top, difference;
    wire [IN_BITS-1:0] element;
    wire [30:0]        exponential;

    systole_ram #(.WIDTH(IN_BITS), .DEPTH(2 << AW), .AW(AW + 1), .BLOCK(BLOCK)) elements (
        .clk(clk), .wr_en(take), .wr_addr({wr_bank, wr_place}), .wr_data(now),
        .rd_en(1'b1), .rd_addr({rd_bank, rd_place}), .rd_data(element)
    );
    generate
        if (IN_BITS == 8) begin : g_table
            systole_rom #(.WIDTH(31), .DEPTH(256), .AW(8), .BLOCK(TABLE_BLOCK), .FILE(FILE)) exps
                (.clk(clk), .addr(difference), .data(exponential));
        end else begin : g_narrow_table
            systole_rom #(.WIDTH(31), .DEPTH(256), .AW(8), .BLOCK(TABLE_BLOCK), .FILE(FILE)) exps
                (.clk(clk), .addr({{(8-IN_BITS){1'b0}}, difference}), .data(exponential));
        end
    endgenerate

    always @(posedge clk) begin
        if (rst || (issue && rd_last)) rd_place <= {AW{1'b0}};
        else if (issue) rd_place <= rd_place + 1'b1;
        // In IDLE, best is the maximum of the pixel that is computed next: no element of the one after it can have come in.
        if (state == IDLE) top <= best;
        difference <= top - element;
    end

    // ---------------------------------------------------------------- 4, 5: sum, then shifted to a leading one
    reg  [19:0]         addend;
    reg  [SUM_BITS-1:0] sum;
    reg  [30:0]         half;  // Q0.31, 1/2 to 1
    reg  [3:0]          power; // sum = half * 2^(power + 1)
    wire                add;
    wire [30:0]         sum_wide;
    generate
        if (SUM_BITS == 31) begin : g_sum
            assign sum_wide = sum;
        end else begin : g_aligned_sum
            assign sum_wide = {sum, {(31-SUM_BITS){1'b0}}};
        end
    endgenerate
    localparam integer MOST = N - 1;

    systole_pipe #(.WIDTH(1), .CYCLES(4)) pipe_add (.clk(clk), .rst(rst), .in(summing), .out(add));

    always @(posedge clk) begin
        addend <= {1'b0, exponential[30:12]} + {19'd0, exponential[11]};
        if (state == IDLE) sum <= {SUM_BITS{1'b0}};
        else if (add) sum <= sum + {{(SUM_BITS-20){1'b0}}, addend};
        if (state == SETTLE && settled) begin
            half  <= sum_wide;
            power <= MOST[3:0];
        end else if (state == NORMALIZE && !half[30]) begin
            half  <= {half[29:0], 1'b0};
            power <= power - 1'b1;
        end
    end

    // ---------------------------------------------------------------- 4 to 7: (a * b + 2^30) >> 31 of four products
    reg  [30:0]        reciprocal; // estimate of 1 / half in Q2.29, positive
    reg  signed [31:0] miss;       // 1 - half * reciprocal in Q2.29
    reg  [30:0]        operand_a;
    reg  signed [31:0] operand_b;
    // Each product has two registers, which a slice has inside: that of the multiplier and that of the sum.
    reg  [33:0]        low, low_sum;
    reg  signed [31:0] cross_0, cross_0_sum;
    reg  [30:0]        cross_1, cross_1_sum; // the sum contains the half that rounds: 2^30, of which 2^17 are the unit
    reg  signed [28:0] high, high_sum;
    wire [62:0]        outer = {high_sum, low_sum};
    reg  [45:0]        total;
    wire signed [31:0] product = total[45:14];
    wire               unused  = &{1'b0, total[13:0], outer[16:0]};

    always @(posedge clk) begin
        case (job)
            SCALE: {operand_a, operand_b} <= {reciprocal[30] ? {31{1'b1}} : {reciprocal[29:0], 1'b0}, 1'b0, exponential};
            GUESS: {operand_a, operand_b} <= {half, -32'sd1010580540}; // -32/17 in Q2.29
            MISS: {operand_a, operand_b} <= {half, 1'b0, reciprocal};
            default: {operand_a, operand_b} <= {reciprocal, miss};
        endcase
        low     <= operand_a[16:0] * operand_b[16:0];
        cross_0 <= $signed({1'b0, operand_a[16:0]}) * $signed(operand_b[31:17]);
        cross_1 <= operand_a[30:17] * operand_b[16:0];
        high    <= $signed({1'b0, operand_a[30:17]}) * $signed(operand_b[31:17]);
        low_sum     <= low;
        cross_0_sum <= cross_0;
        cross_1_sum <= cross_1 + 31'd8192;
        high_sum    <= high;
        total   <= outer[62:17] + {{14{cross_0_sum[31]}}, cross_0_sum} + {15'd0, cross_1_sum};
    end

    // ---------------------------------------------------------------- the Newton steps
    always @(posedge clk)
        if (product_used) begin
            if (job == GUESS) reciprocal <= 31'd1515870810 + product[30:0]; // 48/17 in Q2.29
            if (job == MISS) miss <= 32'sd536870912 - product;
            if (job == MEND) reciprocal <= reciprocal + {product[28:0], 2'b00};
        end

    // ---------------------------------------------------------------- 8, 9: shift, round, saturate, zero point
    reg  [8:0] doubled; // in units of 1/512
    reg  [7:0] probability;
    wire [7:0] rounded = doubled[8:1] + {7'd0, doubled[0] && (doubled[8:1] != 8'hff)};
    wire       put_valid;

    systole_pipe #(.WIDTH(1), .CYCLES(9)) pipe_put (.clk(clk), .rst(rst), .in(putting), .out(put_valid));

    always @(posedge clk) begin
        doubled     <= product[30:22] >> power;
        probability <= rounded + ZERO[7:0];
    end

    wire unused_ready;
    systole_credit #(.PASSES(16), .BEATS(1)) credits (
        .clk(clk), .rst(rst), .pass_start(putting), .beat_taken(out_valid && out_ready), .pass_ready(credit)
    );
    systole_fifo #(.WIDTH(8), .DEPTH(16), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst), .in_data(probability), .in_valid(put_valid), .in_ready(unused_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );

`ifdef FORMAL
    stream_contract #(.WIDTH(IN_BITS), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(8)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));

    // The banks are filled and emptied in turns, each pixel once.
    reg [1:0] f_pixels = 2'd0; // whole ones
    always @(posedge clk) f_pixels <= rst ? 2'd0 : f_pixels + (take && wr_last) - done;
    always @* begin
        assert (f_pixels <= 2 && full[rd_bank] == (f_pixels != 0) && full[!rd_bank] == (f_pixels == 2));
        assert (wr_bank == (rd_bank ^ f_pixels[0]));
        assert (state <= PUT && (state == IDLE || f_pixels != 0));
    end

    // An exponential is rounded to 19 bits after the point, and half is the sum, shifted as far as power tells.
    reg                f_halved = 1'b0;
    reg [SUM_BITS-1:0] f_sum;
    reg [5:0]          f_shifts;
    always @(posedge clk)
        if (state == SETTLE && settled) {f_halved, f_sum, f_shifts} <= {1'b1, sum, 6'd0};
        else if (state == NORMALIZE && !half[30]) f_shifts <= f_shifts + 1'b1;
    wire [31:0] f_rounded = {1'b0, exponential} + 32'd2048;
    wire [3:0]  f_power   = MOST - f_shifts;
    wire [30:0] f_half    = {f_sum, {(31-SUM_BITS){1'b0}}} << f_shifts;
    always @* if (f_halved) assert (half == f_half && power == f_power);
    value_contract #(.WIDTH(20)) f_addend (.clk(clk), .expected(f_rounded[31:12]), .actual(addend));

    // Four products of words add up to one, which is rounded.
    wire signed [63:0] f_upper = $signed({high, 34'd0});
    wire signed [63:0] f_cross = $signed({cross_0, 17'd0});
    wire        [63:0] f_total = f_upper + f_cross + {cross_1, 17'd0} + low + 64'd1073741824;
    value_contract #(.WIDTH(46), .CYCLES(2), .BEFORE(1)) f_product
        (.clk(clk), .expected(f_total[62:17]), .actual(total));
`endif
endmodule
`default_nettype wire
