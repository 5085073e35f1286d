// lstm_smallest: LSTM, 3 steps of 1 to 1, int8 to int8, weights int8.
// Folding: 1 rows (PE) x 1 inputs (SIMD) on 1 DSP slices, 1 requantizer.
// A step takes about 33 cycles. The array works in 8 of them: 4 passes of 1 beats over x, then of 1 over h.
// in_ready and out_valid depend on registers only.
`default_nettype none
module lstm_smallest (
    input  wire clk,
    input  wire rst,
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
    localparam integer UNITS     = 1; // elements of h
    localparam integer PASSES    = 4; // passes over each matrix in a step
    localparam integer X_BEATS   = 1; // beats of a pass over x
    localparam integer H_BEATS   = 1; // beats of a pass over h
    localparam integer GATES     = 1; // gates that are computed at once
    localparam integer COLUMNS   = 1; // columns of the array
    localparam integer LANES     = 1; // output channels of a column
    localparam integer ROWS      = 1; // input elements at once (SIMD)
    localparam integer CHAINS    = 1; // drain chains, each with a requantizer
    localparam integer SUM_BITS  = 16; // bits of a sum of products
    localparam integer W_BITS    = 8; // bits of a weight
    localparam integer WORDS     = 8; // words of a column's weights
    localparam integer AW        = 3; // bits of their address

    // ---------------------------------------------------------------- words of x and of the h of the step before, in turns
    wire [ROWS*X_BITS-1:0] x_packed_data, x_data;
    wire x_packed_valid, x_packed_ready, x_valid, x_ready;
    systole_pack #(.WIDTH(IN_WIDTH), .RATIO(1), .BEATS(1)) pack_x (
        .clk(clk), .rst(rst), .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .out_data(x_packed_data), .out_valid(x_packed_valid), .out_ready(x_packed_ready)
    );
    systole_repeat #(.WIDTH(ROWS*X_BITS), .BEATS(X_BEATS), .TIMES(PASSES), .DEPTH(4), .BLOCK(0)) repeat_x (
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
    systole_repeat #(.WIDTH(ROWS*H_BITS), .BEATS(H_BEATS), .TIMES(PASSES), .DEPTH(4), .BLOCK(0)) repeat_h (
        .clk(clk), .rst(rst), .in_data(h_packed_data), .in_valid(h_packed_valid), .in_ready(h_packed_ready),
        .out_data(h_data), .out_valid(h_valid), .out_ready(h_ready)
    );

    wire pass_ready, pass_start, fresh;
    wire [ROWS*8-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
    wire flag_ready; // always low
    wire unused_flag_ready = &{1'b0, flag_ready};
    systole_turns #(
        .ROWS(ROWS), .X_BITS(X_BITS), .X_SIGNED(1), .H_BITS(H_BITS), .H_SIGNED(1), .BITS(8), .ZERO(3),
        .X_BEATS(X_BEATS), .H_BEATS(H_BEATS), .PASSES(PASSES), .STEPS(3), .SEQUENCE(0), .STATEFUL(0)
    ) turns (
        .clk(clk), .rst(rst),
        .x_data(x_data), .x_valid(x_valid), .x_ready(x_ready),
        .h_data(h_data), .h_valid(h_valid), .h_ready(h_ready),
        .flag_data(1'b0), .flag_valid(1'b0), .flag_ready(flag_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last), .out_fresh(fresh)
    );

    // ---------------------------------------------------------------- the array
    wire [COLUMNS*AW-1:0] weight_addr;
    wire [COLUMNS*ROWS*LANES*W_BITS-1:0] weight_data;
    wire [CHAINS*SUM_BITS-1:0] sum_data;
    wire [CHAINS-1:0] sum_valid;
    systole_array #(
        .COLUMNS(COLUMNS), .LANES(LANES), .WEIGHTED(1), .DSP(1), .CANARY(0), .PORT(25),
        .ROWS(ROWS), .CHAINS(CHAINS), .SHARED(1), .ELEMENTS(1),
        .X_BITS(8), .X_SIGNED(1), .W_BITS(W_BITS), .W_SIGNED(1), .ACC_BITS(SUM_BITS),
        .WEIGHTS(WORDS), .AW(AW)
    ) array (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .weight_addr(weight_addr), .weight_data(weight_data),
        .out_data(sum_data), .out_valid(sum_valid)
    );

    localparam integer ROW = LANES * W_BITS; // bits of a row's weights
    systole_weights #(.ROWS(1), .START(0), .LATE(0), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("lstm_smallest.w0.mem"))
        weights_0_0 (.clk(clk), .addr(weight_addr[0*AW +: AW]), .data(weight_data[(0*ROWS+0)*ROW +: 1*ROW]));

    // ---------------------------------------------------------------- from sums to gate inputs
    localparam integer OUT_BITS = 17; // bits of the part of x, or of h, in the input of a gate
    wire [CHAINS*OUT_BITS-1:0] level_data, part_data;
    wire [CHAINS-1:0] level_valid;
    wire unused_level_valid = &{1'b0, level_valid};
    systole_requant #(
        .IN_BITS(SUM_BITS), .BIAS_BITS(13), .TOTAL_BITS(15), .MULT_BITS(1),
        .ADD_BITS(1), .VALUE_BITS(15), .PORT(25), .DEEP(0), .SHIFT(0), .SIGNED_ADD(0), .TIES_EVEN(0),
        .OUT_BITS(OUT_BITS), .ZERO(18'sd0), .LOW(-18'sd65536), .HIGH(18'sd65535),
        .CHANNELS(8), .HOLD(1), .BLOCK(0), .FILE("lstm_smallest.q0.mem")
    ) requant_0 (
        .clk(clk), .rst(rst),
        .in_data(sum_data[0*SUM_BITS +: SUM_BITS]), .in_valid(sum_valid[0]),
        .out_data(level_data[0*OUT_BITS +: OUT_BITS]), .out_valid(level_valid[0])
    );
    systole_delay #(.WIDTH(OUT_BITS), .CYCLES(0)) align_0
        (.clk(clk), .in(level_data[0*OUT_BITS +: OUT_BITS]), .out(part_data[0*OUT_BITS +: OUT_BITS]));

    wire [GATES*16-1:0] gate_in;
    wire gate_in_valid;
    systole_meet #(.LANES(CHAINS), .OUT_LANES(GATES), .BITS(OUT_BITS), .COUNT(4*UNITS/CHAINS), .DEPTH(4), .BLOCK(0), .BURST(2)) meet (
        .clk(clk), .rst(rst), .in_data(part_data), .in_valid(level_valid[CHAINS-1]), .out_data(gate_in), .out_valid(gate_in_valid)
    );

    // ---------------------------------------------------------------- gates
    wire [GATES*16-1:0] sigmoid, tanh;
    wire gates_valid;
    wire [15:0] sigmoid_0_now;
    systole_line #(
        .SHIFT(1), .X_LOW(-16'sd8191), .X_HIGH(16'sd8191), .ADD(16'sd16384), .LOW(16'sd0), .HIGH(16'sd32767)
    ) sigmoid_0 (.clk(clk), .x(gate_in[15:0]), .y(sigmoid_0_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) sigmoid_0_wait (.clk(clk), .in(sigmoid_0_now), .out(sigmoid[15:0]));
    wire [15:0] tanh_0_now;
    systole_line #(
        .SHIFT(3), .X_LOW(-16'sd4095), .X_HIGH(16'sd4095), .ADD(16'sd0), .LOW(-16'sd32767), .HIGH(16'sd32767)
    ) tanh_0 (.clk(clk), .x(gate_in[15:0]), .y(tanh_0_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) tanh_0_wait (.clk(clk), .in(tanh_0_now), .out(tanh[15:0]));
    systole_pipe #(.WIDTH(1), .CYCLES(1)) pipe_gates (.clk(clk), .rst(rst), .in(gate_in_valid), .out(gates_valid));

    // ---------------------------------------------------------------- cells
    wire [63:0] unit_gates;
    wire [15:0] state, gate_o, tanh_state, gate_o_late;
    wire unit_valid, state_valid;
    systole_gates #(.LANES(GATES)) all_gates (
        .clk(clk), .rst(rst), .sigmoid(sigmoid), .tanh(tanh), .in_valid(gates_valid), .out_data(unit_gates), .out_valid(unit_valid)
    );
    systole_cell #(
        .UNITS(UNITS), .BLOCK(0), .LOW(-18'sd32768), .HIGH(18'sd32767),
        .FORGET_SHIFT(15), .FORGET_POS(48'sd16384), .FORGET_NEG(48'sd16384),
        .INPUT_SHIFT(19), .INPUT_POS(48'sd262144), .INPUT_NEG(48'sd262144)
    ) cells (
        .clk(clk), .rst(rst), .fresh(fresh), .in_data(unit_gates), .in_valid(unit_valid),
        .out_state(state), .out_gate_o(gate_o), .out_valid(state_valid)
    );

    // ---------------------------------------------------------------- h
    wire [15:0] cell_tanh_now;
    systole_line #(
        .SHIFT(4), .X_LOW(-16'sd2047), .X_HIGH(16'sd2047), .ADD(16'sd0), .LOW(-16'sd32767), .HIGH(16'sd32767)
    ) cell_tanh (.clk(clk), .x(state), .y(cell_tanh_now));
    systole_delay #(.WIDTH(16), .CYCLES(0)) cell_tanh_wait (.clk(clk), .in(cell_tanh_now), .out(tanh_state));
    systole_delay #(.WIDTH(16), .CYCLES(1)) delay_o (.clk(clk), .in(gate_o), .out(gate_o_late));
    reg signed [31:0] product_data;
    wire [0:0] product_valid;
    always @(posedge clk) product_data <= $signed(gate_o_late) * $signed(tanh_state);
    systole_pipe #(.WIDTH(1), .CYCLES(2)) pipe_product (.clk(clk), .rst(rst), .in(state_valid), .out(product_valid));
    systole_requant #(
        .IN_BITS(32), .BIAS_BITS(1), .TOTAL_BITS(32), .MULT_BITS(1),
        .ADD_BITS(25), .VALUE_BITS(33), .PORT(25), .DEEP(0), .SHIFT(24), .SIGNED_ADD(0), .TIES_EVEN(1),
        .OUT_BITS(H_BITS), .ZERO(18'sd3), .LOW(-18'sd128), .HIGH(18'sd127),
        .CHANNELS(1), .HOLD(1), .BLOCK(0), .FILE("lstm_smallest.hidden.q0.mem")
    ) requant_h_0 (
        .clk(clk), .rst(rst),
        .in_data(product_data[0*32 +: 32]), .in_valid(product_valid[0]),
        .out_data(h_element_data[0*H_BITS +: H_BITS]), .out_valid(h_element_valid[0])
    );

    // ---------------------------------------------------------------- the h that leaves
    wire step_last, leaves;
    systole_counter #(.COUNT(UNITS)) units (.clk(clk), .rst(rst), .step(h_element_valid), .last(step_last));
    wire frame_last;
    systole_counter #(.COUNT(3)) steps (.clk(clk), .rst(rst), .step(h_element_valid && step_last), .last(frame_last));
    assign leaves = h_element_valid && frame_last;
    wire unused_leaves = &{1'b0, h_element_ready};

    // ---------------------------------------------------------------- output FIFO, kept from overflowing by credits
    systole_credit #(.PASSES(2), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire fifo_ready; // always high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(OUT_WIDTH), .DEPTH(2), .BLOCK(0)) fifo (
        .clk(clk), .rst(rst),
        .in_data(h_element_data), .in_valid(leaves), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
