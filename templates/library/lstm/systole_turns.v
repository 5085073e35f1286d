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
endmodule
`default_nettype wire
