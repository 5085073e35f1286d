// lstm_largest: LSTM, 3 steps of 10 to 3 of 22, int8 to int8, weights int8, stateful.
// Folding: 8 rows (PE) x 3 inputs (SIMD) on 24 multipliers in LUTs, 2 requantizers.
// A step takes about 137 cycles. The array works in 132 of them: 11 passes of 4 beats over x, then of 8 over h.
// in_ready and out_valid depend on registers only.
`default_nettype none
module lstm_largest (
    input  wire clk,
    input  wire rst,
    input  wire flag_data, // the frame begins afresh
    input  wire flag_valid,
    output wire flag_ready,
    input  wire [7:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [7:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer IN_WIDTH  = 8; // bits of an input beat: 1 elements of 8 bits
    localparam integer X_BITS    = 8; // bits of an element of x
    localparam integer H_BITS    = 8; // bits of an element of h
    localparam integer OUT_WIDTH = H_BITS;
    localparam integer UNITS     = 22; // elements of h
    localparam integer PASSES    = 11; // passes over each matrix in a step
    localparam integer X_BEATS   = 4; // beats of a pass over x
    localparam integer H_BEATS   = 8; // beats of a pass over h
    localparam integer GATES     = 2; // gates that are computed at once
    localparam integer COLUMNS   = 8; // columns of the array
    localparam integer LANES     = 1; // output channels of a column
    localparam integer ROWS      = 3; // input elements at once (SIMD)
    localparam integer CHAINS    = 2; // drain chains, each with a requantizer
    localparam integer SUM_BITS  = 19; // bits of a sum of products
    localparam integer W_BITS    = 8; // bits of a weight
    localparam integer WORDS     = 132; // words of a column's weights
    localparam integer AW        = 8; // bits of their address

    // ---------------------------------------------------------------- words of x and of the h of the step before, in turns
    wire [ROWS*X_BITS-1:0] x_packed_data, x_data;
    wire x_packed_valid, x_packed_ready, x_valid, x_ready;
    systole_pack #(.WIDTH(IN_WIDTH), .RATIO(3), .BEATS(10)) pack_x (
        .clk(clk), .rst(rst), .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .out_data(x_packed_data), .out_valid(x_packed_valid), .out_ready(x_packed_ready)
    );
    systole_repeat #(.WIDTH(ROWS*X_BITS), .BEATS(X_BEATS), .TIMES(PASSES), .DEPTH(10), .BLOCK(0)) repeat_x (
        .clk(clk), .rst(rst), .in_data(x_packed_data), .in_valid(x_packed_valid), .in_ready(x_packed_ready),
        .out_data(x_data), .out_valid(x_valid), .out_ready(x_ready)
    );

    wire [H_BITS-1:0] h_element_data;
    wire [0:0] h_element_valid;
    wire h_element_ready; // there is always room for two steps
    wire [ROWS*H_BITS-1:0] h_packed_data, h_data;
    wire h_packed_valid, h_packed_ready, h_valid, h_ready;
    systole_pack #(.WIDTH(H_BITS), .RATIO(ROWS), .BEATS(UNITS)) pack_h (
        .clk(clk), .rst(rst), .in_data(h_element_data), .in_valid(h_element_valid), .in_ready(h_element_ready),
        .out_data(h_packed_data), .out_valid(h_packed_valid), .out_ready(h_packed_ready)
    );
    systole_repeat #(.WIDTH(ROWS*H_BITS), .BEATS(H_BEATS), .TIMES(PASSES), .DEPTH(18), .BLOCK(0)) repeat_h (
        .clk(clk), .rst(rst), .in_data(h_packed_data), .in_valid(h_packed_valid), .in_ready(h_packed_ready),
        .out_data(h_data), .out_valid(h_valid), .out_ready(h_ready)
    );

    wire pass_ready, pass_start, fresh;
    wire [ROWS*8-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
    systole_turns #(
        .ROWS(ROWS), .X_BITS(X_BITS), .X_SIGNED(1), .H_BITS(H_BITS), .H_SIGNED(1), .BITS(8), .ZERO(3),
        .X_BEATS(X_BEATS), .H_BEATS(H_BEATS), .PASSES(PASSES), .STEPS(3), .SEQUENCE(1), .STATEFUL(1)
    ) turns (
        .clk(clk), .rst(rst),
        .x_data(x_data), .x_valid(x_valid), .x_ready(x_ready),
        .h_data(h_data), .h_valid(h_valid), .h_ready(h_ready),
        .flag_data(flag_data), .flag_valid(flag_valid), .flag_ready(flag_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last), .out_fresh(fresh)
    );

    // ---------------------------------------------------------------- the array
    wire [COLUMNS*AW-1:0] weight_addr;
    wire [COLUMNS*ROWS*LANES*W_BITS-1:0] weight_data;
    wire [CHAINS*SUM_BITS-1:0] sum_data;
    wire [CHAINS-1:0] sum_valid;
    systole_array #(
        .COLUMNS(COLUMNS), .LANES(LANES), .WEIGHTED(1), .DSP(0), .CANARY(0), .PORT(25),
        .ROWS(ROWS), .CHAINS(CHAINS), .SHARED(1), .ELEMENTS(3),
        .X_BITS(8), .X_SIGNED(1), .W_BITS(W_BITS), .W_SIGNED(1), .ACC_BITS(SUM_BITS),
        .WEIGHTS(WORDS), .AW(AW)
    ) array (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .weight_addr(weight_addr), .weight_data(weight_data),
        .out_data(sum_data), .out_valid(sum_valid)
    );

    localparam integer ROW = LANES * W_BITS; // bits of a row's weights
    systole_weights #(.ROWS(3), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(1), .FILE("lstm_largest.w0.mem"))
        weights_0_0 (.clk(clk), .addr(weight_addr[0*AW +: AW]), .data(weight_data[(0*ROWS+0)*ROW +: 3*ROW]));
    systole_weights #(.ROWS(3), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(1), .FILE("lstm_largest.w1.mem"))
        weights_1_0 (.clk(clk), .addr(weight_addr[1*AW +: AW]), .data(weight_data[(1*ROWS+0)*ROW +: 3*ROW]));
    systole_weights #(.ROWS(3), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(1), .FILE("lstm_largest.w2.mem"))
        weights_2_0 (.clk(clk), .addr(weight_addr[2*AW +: AW]), .data(weight_data[(2*ROWS+0)*ROW +: 3*ROW]));
    systole_weights #(.ROWS(3), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(1), .FILE("lstm_largest.w3.mem"))
        weights_3_0 (.clk(clk), .addr(weight_addr[3*AW +: AW]), .data(weight_data[(3*ROWS+0)*ROW +: 3*ROW]));
    systole_weights #(.ROWS(3), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(1), .FILE("lstm_largest.w4.mem"))
        weights_4_0 (.clk(clk), .addr(weight_addr[4*AW +: AW]), .data(weight_data[(4*ROWS+0)*ROW +: 3*ROW]));
    systole_weights #(.ROWS(3), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(1), .FILE("lstm_largest.w5.mem"))
        weights_5_0 (.clk(clk), .addr(weight_addr[5*AW +: AW]), .data(weight_data[(5*ROWS+0)*ROW +: 3*ROW]));
    systole_weights #(.ROWS(3), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(1), .FILE("lstm_largest.w6.mem"))
        weights_6_0 (.clk(clk), .addr(weight_addr[6*AW +: AW]), .data(weight_data[(6*ROWS+0)*ROW +: 3*ROW]));
    systole_weights #(.ROWS(3), .START(0), .LATE(1), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(1), .FILE("lstm_largest.w7.mem"))
        weights_7_0 (.clk(clk), .addr(weight_addr[7*AW +: AW]), .data(weight_data[(7*ROWS+0)*ROW +: 3*ROW]));

    // ---------------------------------------------------------------- from sums to gate inputs
    localparam integer OUT_BITS = 17; // bits of the part of x, or of h, in the input of a gate
    wire [CHAINS*OUT_BITS-1:0] level_data, part_data;
    wire [CHAINS-1:0] level_valid;
    wire unused_level_valid = &{1'b0, level_valid};
    systole_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(14), .TOTAL_BITS(18), .MULT_BITS(2),
        .ADD_BITS(3), .VALUE_BITS(20), .PORT(25), .DEEP(0), .SHIFT(2), .SIGNED_ADD(0), .TIES_EVEN(0),
        .OUT_BITS(OUT_BITS), .ZERO(18'sd0), .LOW(-18'sd32768), .HIGH(18'sd32767),
        .CHANNELS(88), .HOLD(1), .BLOCK(0), .FILE("lstm_largest.q0.mem")
    ) requant_0 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[0*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[0]),
        .out_data(level_data[0*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[0])
    );
    systole_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(14), .TOTAL_BITS(18), .MULT_BITS(2),
        .ADD_BITS(3), .VALUE_BITS(20), .PORT(25), .DEEP(0), .SHIFT(2), .SIGNED_ADD(0), .TIES_EVEN(0),
        .OUT_BITS(OUT_BITS), .ZERO(18'sd0), .LOW(-18'sd32768), .HIGH(18'sd32767),
        .CHANNELS(88), .HOLD(1), .BLOCK(0), .FILE("lstm_largest.q1.mem")
    ) requant_1 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[1*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[1]),
        .out_data(level_data[1*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[1])
    );
    systole_delay #(.WIDTH(OUT_BITS), .CYCLES(4)) align_0
        (.clk(clk), .in(level_data[0*OUT_BITS +: OUT_BITS]), .out(part_data[0*OUT_BITS +: OUT_BITS]));
    systole_delay #(.WIDTH(OUT_BITS), .CYCLES(0)) align_1
        (.clk(clk), .in(level_data[1*OUT_BITS +: OUT_BITS]), .out(part_data[1*OUT_BITS +: OUT_BITS]));

    wire [GATES*16-1:0] gate_in;
    wire gate_in_valid;
    systole_meet #(.LANES(CHAINS), .OUT_LANES(GATES), .BITS(OUT_BITS), .COUNT(4*UNITS/CHAINS), .DEPTH(44), .BLOCK(0), .BURST(4)) meet (
        .clk(clk), .rst(rst), .in_data(part_data), .in_valid(level_valid[CHAINS-1]), .out_data(gate_in), .out_valid(gate_in_valid)
    );

    // ---------------------------------------------------------------- gates
    wire [GATES*16-1:0] sigmoid, tanh;
    wire gates_valid;
    wire [15:0] sigmoid_0_now;
    systole_curve #(
        .MIRRORED(1), .MIRROR(17'sd32768), .FACTOR(3), .BITS(9), .FRACTION(10),
        .SEGMENTS(192), .BASE_BITS(26), .SLOPE_BITS(11), .REST_BITS(0),
        .BLOCK(0), .REST_BLOCK(0), .FILE("lstm_largest.sigmoid.mem"), .REST_FILE("")
    ) sigmoid_0 (.clk(clk), .x(gate_in[15:0]), .y(sigmoid_0_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) sigmoid_0_wait (.clk(clk), .in(sigmoid_0_now), .out(sigmoid[15:0]));
    wire [15:0] tanh_0_now;
    systole_curve #(
        .MIRRORED(1), .MIRROR(17'sd0), .FACTOR(3), .BITS(8), .FRACTION(9),
        .SEGMENTS(384), .BASE_BITS(25), .SLOPE_BITS(12), .REST_BITS(0),
        .BLOCK(1), .REST_BLOCK(0), .FILE("lstm_largest.tanh.mem"), .REST_FILE("")
    ) tanh_0 (.clk(clk), .x(gate_in[15:0]), .y(tanh_0_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) tanh_0_wait (.clk(clk), .in(tanh_0_now), .out(tanh[15:0]));
    wire [15:0] sigmoid_1_now;
    systole_curve #(
        .MIRRORED(1), .MIRROR(17'sd32768), .FACTOR(3), .BITS(9), .FRACTION(10),
        .SEGMENTS(192), .BASE_BITS(26), .SLOPE_BITS(11), .REST_BITS(0),
        .BLOCK(0), .REST_BLOCK(0), .FILE("lstm_largest.sigmoid.mem"), .REST_FILE("")
    ) sigmoid_1 (.clk(clk), .x(gate_in[31:16]), .y(sigmoid_1_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) sigmoid_1_wait (.clk(clk), .in(sigmoid_1_now), .out(sigmoid[31:16]));
    assign tanh[31:16] = 16'd0; // no gate of this lane reads it
    systole_pipe #(.WIDTH(1), .CYCLES(7)) pipe_gates (.clk(clk), .rst(rst), .in(gate_in_valid), .out(gates_valid));

    // ---------------------------------------------------------------- cells
    wire [63:0] unit_gates;
    wire [15:0] state, gate_o, tanh_state, gate_o_late;
    wire unit_valid, state_valid;
    systole_gates #(.LANES(GATES)) all_gates (
        .clk(clk), .rst(rst), .sigmoid(sigmoid), .tanh(tanh), .in_valid(gates_valid), .out_data(unit_gates), .out_valid(unit_valid)
    );
    systole_cell #(
        .UNITS(UNITS), .BLOCK(0), .LOW(-18'sd32768), .HIGH(18'sd32767),
        .FORGET_SHIFT(15), .FORGET_POS(48'sd16385), .FORGET_NEG(48'sd16383),
        .INPUT_SHIFT(19), .INPUT_POS(48'sd262145), .INPUT_NEG(48'sd262143)
    ) cells (
        .clk(clk), .rst(rst), .fresh(fresh), .in_data(unit_gates), .in_valid(unit_valid),
        .out_state(state), .out_gate_o(gate_o), .out_valid(state_valid)
    );

    // ---------------------------------------------------------------- h
    wire [15:0] cell_tanh_now;
    systole_curve #(
        .MIRRORED(1), .MIRROR(17'sd0), .FACTOR(3), .BITS(7), .FRACTION(8),
        .SEGMENTS(768), .BASE_BITS(24), .SLOPE_BITS(12), .REST_BITS(0),
        .BLOCK(1), .REST_BLOCK(0), .FILE("lstm_largest.cell_tanh.mem"), .REST_FILE("")
    ) cell_tanh (.clk(clk), .x(state), .y(cell_tanh_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) cell_tanh_wait (.clk(clk), .in(cell_tanh_now), .out(tanh_state));
    systole_delay #(.WIDTH(16), .CYCLES(7)) delay_o (.clk(clk), .in(gate_o), .out(gate_o_late));
    reg signed [31:0] product_data;
    wire [0:0] product_valid;
    always @(posedge clk) product_data <= $signed(gate_o_late) * $signed(tanh_state);
    systole_pipe #(.WIDTH(1), .CYCLES(8)) pipe_product (.clk(clk), .rst(rst), .in(state_valid), .out(product_valid));
    systole_requant #(
        .IN_BITS(32), .BIAS_BITS(1), .TOTAL_BITS(32), .MULT_BITS(1),
        .ADD_BITS(25), .VALUE_BITS(33), .PORT(25), .DEEP(0), .SHIFT(24), .SIGNED_ADD(0), .TIES_EVEN(1),
        .OUT_BITS(H_BITS), .ZERO(18'sd3), .LOW(-18'sd128), .HIGH(18'sd127),
        .CHANNELS(1), .HOLD(1), .BLOCK(0), .FILE("lstm_largest.hidden.q0.mem")
    ) requant_h_0 (
        .clk(clk), .rst(rst),
        .in_data(product_data[0*32 +: 32]), .in_valid(product_valid[0]),
        .out_data(h_element_data[0*H_BITS +: H_BITS]), .out_valid(h_element_valid[0])
    );

    // ---------------------------------------------------------------- the h that leaves
    wire step_last, leaves;
    systole_counter #(.COUNT(UNITS)) units (.clk(clk), .rst(rst), .step(h_element_valid), .last(step_last));
    assign leaves = h_element_valid;
    wire unused_leaves = &{1'b0, step_last, h_element_ready};

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(2), .BEATS(22)) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(44), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(h_element_data), .in_valid(leaves), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
