// systole_turns: sends an array the words of the input x and of the state h in turns.
// For each step of a sequence come PASSES passes of X_BEATS words of x, then PASSES passes of H_BEATS words of h. The
// words come as often as they are needed. A sequence has STEPS steps. Where it begins afresh, its first step takes ZERO
// for every element of h and drops the h that the sequence before it left. With STATEFUL = 0 every sequence begins
// afresh; with STATEFUL = 1 those whose flag says so, and the first after a reset. The h of the last step, with
// SEQUENCE = 1 that of every step, leaves the unit; such a step begins when pass_ready is high.
// Latency: 1 cycle.
// Throughput: 1 beat a cycle; the output cannot be stalled.
// Combinational: x_ready from flag_valid; flag_ready from x_valid; h_ready from pass_ready; pass_start from h_valid and
//   pass_ready.
// Reset: starts a new sequence, afresh.
`default_nettype none
module systole_turns #(
    parameter integer ROWS     = 2, // elements of a word
    parameter integer X_BITS   = 8, // bits of an element of x
    parameter integer X_SIGNED = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer H_BITS   = 8, // bits of an element of h
    parameter integer H_SIGNED = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer BITS     = 8, // bits of an element for the array, which hold one of x or of h
    parameter integer ZERO     = 0, // element of h that stands for 0
    parameter integer X_BEATS  = 3, // beats of a pass over x
    parameter integer H_BEATS  = 4, // beats of a pass over h
    parameter integer PASSES   = 2, // passes over each
    parameter integer STEPS    = 5, // steps of a sequence
    parameter integer SEQUENCE = 0, // 1: the h of every step leaves the unit, 0: that of the last
    parameter integer STATEFUL = 0  // 1: flags tell which sequences begin afresh, 0: all do
) (
    input  wire                   clk,
    input  wire                   rst,
    input  wire [ROWS*X_BITS-1:0] x_data,
    input  wire                   x_valid,
    output wire                   x_ready,
    input  wire [ROWS*H_BITS-1:0] h_data,
    input  wire                   h_valid,
    output wire                   h_ready,
    input  wire                   flag_data,  // the sequence begins afresh
    input  wire                   flag_valid,
    output wire                   flag_ready,
    input  wire                   pass_ready, // there is room for the h of a step
    output wire                   pass_start, // a step begins whose h leaves the unit
    output reg  [ROWS*BITS-1:0]   out_data,
    output reg                    out_valid,
    output reg                    out_first,  // first beat of a pass
    output reg                    out_last,   // last beat of a pass
    output reg                    out_fresh   // for the h that is being computed: its step began afresh
);
    reg recurrent = 1'b0; // words of h are read, otherwise words of x
    reg starting  = 1'b1; // the first beat of x or of h of a step comes next
    reg in_pass   = 1'b0; // the first beat of a pass has come
    reg first     = 1'b1; // the first step of a sequence
    reg primed    = 1'b0; // the step before left an h
    reg afresh    = 1'b1; // the sequence begins afresh

    wire end_x, end_h, end_passes, last;
    wire end_beat = recurrent ? end_h : end_x;
    wire leaves   = (SEQUENCE != 0) || last;
    wire asks     = (STATEFUL != 0) && starting && first; // for a flag, when x is read
    wire granted  = !(starting && leaves) || pass_ready;
    wire take     = recurrent ? granted && (h_valid || !primed) : x_valid && (!asks || flag_valid);
    wire end_turn = take && end_beat && end_passes;
    wire zero     = first && afresh;
    wire settles  = take && starting && !recurrent && first; // it is decided whether the sequence begins afresh

    wire next_recurrent = recurrent ^ end_turn;
    wire next_first     = (end_turn && recurrent) ? last : first;
    wire next_afresh    = settles ? (STATEFUL == 0) || !primed || flag_data : afresh;

    assign x_ready    = !recurrent && (!asks || flag_valid);
    assign h_ready    = recurrent && primed && granted;
    assign flag_ready = !recurrent && asks && x_valid;
    assign pass_start = recurrent && starting && leaves && take;

    systole_counter #(.COUNT(X_BEATS)) x_beats (.clk(clk), .rst(rst), .step(take && !recurrent), .last(end_x));
    systole_counter #(.COUNT(H_BEATS)) h_beats (.clk(clk), .rst(rst), .step(take && recurrent), .last(end_h));
    systole_counter #(.COUNT(PASSES)) passes (.clk(clk), .rst(rst), .step(take && end_beat), .last(end_passes));
    systole_counter #(.COUNT(STEPS)) steps (.clk(clk), .rst(rst), .step(end_turn && recurrent), .last(last));

    always @(posedge clk)
        if (rst) begin
            recurrent <= 1'b0;
            starting  <= 1'b1;
            in_pass   <= 1'b0;
            first     <= 1'b1;
            primed    <= 1'b0;
        end else if (take) begin
            in_pass   <= !end_beat;
            starting  <= end_turn;
            recurrent <= next_recurrent;
            first     <= next_first;
            if (end_turn && recurrent) primed <= 1'b1;
        end

    // ---------------------------------------------------------------- elements as wide as the array's
    wire [ROWS*BITS-1:0] x_wide, h_wide;
    localparam [31:0] ZERO_WORD = ZERO;
    localparam integer SLICE = (BITS < 72) ? 72 / BITS : 1; // elements of a slice, which has control bits of its own
    genvar r, s;
    generate
        for (r = 0; r < ROWS; r = r + 1) begin : g_row
            wire [X_BITS-1:0] x_element = x_data[r*X_BITS +: X_BITS];
            wire [H_BITS-1:0] h_element = h_data[r*H_BITS +: H_BITS];
            if (BITS > X_BITS) begin : g_x
                assign x_wide[r*BITS +: BITS] = {{(BITS-X_BITS){(X_SIGNED != 0) && x_element[X_BITS-1]}}, x_element};
            end else begin : g_x_same
                assign x_wide[r*BITS +: BITS] = x_element;
            end
            if (BITS > H_BITS) begin : g_h
                assign h_wide[r*BITS +: BITS] = {{(BITS-H_BITS){(H_SIGNED != 0) && h_element[H_BITS-1]}}, h_element};
            end else begin : g_h_same
                assign h_wide[r*BITS +: BITS] = h_element;
            end
        end
        for (s = 0; s < ROWS; s = s + SLICE) begin : g_slice
            wire of_h, blank;
            systole_copy copy_h (.clk(clk), .rst(rst), .en(1'b1), .in(next_recurrent), .out(of_h));
            systole_copy copy_blank (.clk(clk), .rst(rst), .en(1'b1), .in(next_first && next_afresh), .out(blank));
            for (r = s; r < ROWS && r < s + SLICE; r = r + 1) begin : g_choice
                always @(posedge clk)
                    out_data[r*BITS +: BITS] <= !of_h ? x_wide[r*BITS +: BITS] : blank ? ZERO_WORD[BITS-1:0] : h_wide[r*BITS +: BITS];
            end
        end
    endgenerate

    always @(posedge clk) begin
        out_first <= !in_pass;
        out_last  <= end_beat;
        out_valid <= take && !rst;
        afresh    <= next_afresh;
        if (take && starting && recurrent) out_fresh <= zero;
    end
    initial out_valid = 1'b0;

`ifdef FORMAL
    stream_contract #(.WIDTH(ROWS*X_BITS), .PROVE(0)) f_x
        (.clk(clk), .rst(rst), .data(x_data), .valid(x_valid), .ready(x_ready));
    stream_contract #(.WIDTH(ROWS*H_BITS), .PROVE(0)) f_h
        (.clk(clk), .rst(rst), .data(h_data), .valid(h_valid), .ready(h_ready));
    stream_contract #(.WIDTH(1), .PROVE(0)) f_flag
        (.clk(clk), .rst(rst), .data(flag_data), .valid(flag_valid), .ready(flag_ready));

    // The place of the next beat by counting: beat of a pass, pass, turn (1: that of h), step; and whether any step left an h.
    reg [7:0] f_beat = 8'd0, f_pass = 8'd0, f_step = 8'd0;
    reg       f_turn = 1'b0, f_left = 1'b0, f_afresh = 1'b1;
    wire f_end      = (f_beat == (f_turn ? H_BEATS : X_BEATS) - 1);
    wire f_end_turn = f_end && (f_pass == PASSES - 1);
    wire f_begins   = (f_beat == 0) && (f_pass == 0);
    wire f_asked    = take && f_begins && !f_turn && (f_step == 0); // a sequence begins
    wire f_leaves   = (SEQUENCE != 0) || (f_step == STEPS - 1);
    always @(posedge clk) begin
        if (f_asked) f_afresh <= (STATEFUL == 0) || !f_left || flag_data;
        if (rst) {f_beat, f_pass, f_step, f_turn, f_left} <= 26'd0;
        else if (take) begin
            f_beat <= f_end ? 8'd0 : f_beat + 1'b1;
            if (f_end) f_pass <= f_end_turn ? 8'd0 : f_pass + 1'b1;
            if (f_end_turn) f_turn <= !f_turn;
            if (f_end_turn && f_turn) f_step <= (f_step == STEPS - 1) ? 8'd0 : f_step + 1'b1;
            if (f_end_turn && f_turn) f_left <= 1'b1;
        end
    end
    always @* begin
        assert (f_beat < (f_turn ? H_BEATS : X_BEATS) && f_pass < PASSES && f_step < STEPS);
        assert (end_x == ((f_turn ? 0 : f_beat) == X_BEATS - 1) && end_h == ((f_turn ? f_beat : 0) == H_BEATS - 1));
        assert (end_passes == (f_pass == PASSES - 1) && last == (f_step == STEPS - 1));
        assert (recurrent == f_turn && starting == f_begins && in_pass == (f_beat != 0));
        assert (first == (f_step == 0) && primed == f_left && afresh == f_afresh);
    end

    // What is taken: x in its turns; h in its turns, once there is one; a flag for each sequence that may go on.
    always @* begin
        assert ((x_valid && x_ready) == (take && !f_turn));
        assert ((h_valid && h_ready) == (take && f_turn && f_left));
        assert ((flag_valid && flag_ready) == (f_asked && STATEFUL != 0));
        if (f_turn && !f_begins && (h_valid || !f_left)) assert (take); // only the beginning of a turn waits for room
        assert (pass_start == (take && f_turn && f_begins && f_leaves) && (!pass_start || pass_ready));
    end

    // What leaves a cycle later: the word that was taken, or zeros for the h before a sequence.
    reg [ROWS*BITS-1:0] f_word;
    reg f_took = 1'b0, f_first, f_last, f_fresh, f_known = 1'b0;
    always @(posedge clk) begin
        f_took  <= take && !rst;
        f_word  <= !f_turn ? x_wide : (f_step == 0 && f_afresh) ? {ROWS{ZERO_WORD[BITS-1:0]}} : h_wide;
        f_first <= (f_beat == 0);
        f_last  <= f_end;
        if (take && f_begins && f_turn) {f_known, f_fresh} <= {1'b1, (f_step == 0) && f_afresh};
    end
    always @* begin
        assert (out_valid == f_took);
        if (out_valid) assert (out_data == f_word && out_first == f_first && out_last == f_last);
        if (f_known) assert (out_fresh == f_fresh);
    end
    generate
        for (s = 0; s < ROWS; s = s + SLICE) begin : f_slice
            always @* assert (g_slice[s].of_h == f_turn && (!f_turn || g_slice[s].blank == (first && afresh)));
        end
    endgenerate
`endif
endmodule
`default_nettype wire
