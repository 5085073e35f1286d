// systole_window: sends the sliding windows of each frame, from a ring of DEPTH pixels.
// For each output position, and there for each of GROUPS, it sends the window's beats REPEAT times: kernel rows
// outermost, then kernel columns, then channels. pass_ready grants one whole pass, from its first to its last beat.
// Golden: Window.
// Latency: 3 cycles from the last pixel that a window needs to the window's first beat.
// Throughput: 1 beat a cycle, without gaps between windows, rows or frames, while pixels and credit last; the output
//   cannot be stalled within a pass.
// Combinational: pass_start from pass_ready.
// Reset: clears valid and the counters; the ring keeps its contents.
`default_nettype none
module systole_window #(
    parameter integer WIDTH    = 8,  // bits of a beat
    parameter integer BEATS    = 1,  // beats of a pixel
    parameter integer IN_H     = 8,  // input height, pixels
    parameter integer IN_W     = 8,  // input width, pixels
    parameter integer OUT_H    = 6,  // output height, pixels
    parameter integer OUT_W    = 6,  // output width, pixels
    parameter integer KERNEL_H = 3,  // kernel height, taps
    parameter integer KERNEL_W = 3,  // kernel width, taps
    parameter integer STRIDE_H = 1,  // vertical stride, pixels
    parameter integer STRIDE_W = 1,  // horizontal stride, pixels
    parameter integer DILATE_H = 1,  // vertical dilation, pixels
    parameter integer DILATE_W = 1,  // horizontal dilation, pixels
    parameter integer PAD_TOP  = 0,  // rows of padding above, less than the dilated kernel
    parameter integer PAD_LEFT = 0,  // columns of padding on the left, less than the dilated kernel
    parameter integer GROUPS   = 1,  // channel groups, a divisor of BEATS
    parameter integer REPEAT   = 1,  // times that each group's window is sent
    parameter integer DEPTH    = 32, // pixels in the ring
    parameter [WIDTH-1:0] PAD = {WIDTH{1'b0}}, // beat that stands for padding
    parameter integer BLOCK    = 0   // memory: 2: UltraRAM, 1: block RAM, 0: LUT RAM
) (
    input  wire             clk,
    input  wire             rst,
    input  wire [WIDTH-1:0] in_data,
    input  wire             in_valid,
    output wire             in_ready,
    input  wire             pass_ready, // the receiver has room for a pass
    output wire             pass_start, // a pass begins in this cycle
    output reg  [WIDTH-1:0] out_data,
    output reg              out_valid,
    output reg              out_first,  // first beat of a pass
    output reg              out_last    // last beat of a pass
);
    localparam integer SLICE = 72; // bits of a slice of a beat, which has control bits of its own
    localparam integer FRAME = IN_H * IN_W;
    localparam integer RING  = DEPTH * BEATS;
    localparam integer EMPTY = -DEPTH;
    localparam integer AW    = (RING <= 2) ? 1 : $clog2(RING);
    localparam integer REACH = (IN_H + KERNEL_H * DILATE_H + STRIDE_H) * IN_W + KERNEL_W * DILATE_W + STRIDE_W + DEPTH;
    localparam integer NW    = $clog2(REACH + 1) + 3;                                 // counts of pixels, signed
    localparam integer YW    = $clog2(IN_H + KERNEL_H * DILATE_H + STRIDE_H + 1) + 2; // rows, signed
    localparam integer XW    = $clog2(IN_W + KERNEL_W * DILATE_W + STRIDE_W + 1) + 2; // columns, signed

    // Steps of the read address, modulo the ring.
    localparam integer STEP_BEAT  = 1 % RING;
    localparam integer STEP_GROUP = (BEATS / GROUPS) % RING;
    localparam integer STEP_KCOL  = (DILATE_W * BEATS) % RING;
    localparam integer STEP_KROW  = (DILATE_H * IN_W * BEATS) % RING;
    localparam integer STEP_X     = (STRIDE_W * BEATS) % RING;
    localparam integer STEP_Y     = (STRIDE_H * IN_W * BEATS) % RING;
    localparam integer STEP_FRAME = (FRAME * BEATS) % RING;
    localparam integer ORIGIN     = (RING - ((PAD_TOP * IN_W + PAD_LEFT) * BEATS) % RING) % RING;
    localparam integer SECOND     = (ORIGIN + STEP_FRAME) % RING; // where the second frame begins

    // Beats of what each address below stands for.
    localparam integer BEATS_TAP    = BEATS / GROUPS;
    localparam integer BEATS_KROW   = BEATS_TAP * KERNEL_W;
    localparam integer BEATS_GROUP  = BEATS_KROW * KERNEL_H * REPEAT;
    localparam integer BEATS_WINDOW = BEATS_GROUP * GROUPS;
    localparam integer BEATS_LINE   = BEATS_WINDOW * OUT_W;
    localparam integer BEATS_FRAME  = BEATS_LINE * OUT_H;

    // What follows the first of them.
    localparam integer TAP_1    = (ORIGIN + STEP_KCOL) % RING;
    localparam integer KROW_1   = (ORIGIN + STEP_KROW) % RING;
    localparam integer GROUP_1  = (ORIGIN + STEP_GROUP) % RING;
    localparam integer WINDOW_1 = (ORIGIN + STEP_X) % RING;
    localparam integer LINE_1   = (ORIGIN + STEP_Y) % RING;
    localparam integer FRAME_1  = (SECOND + STEP_FRAME) % RING;

    // A window needs the input up to its lower right corner. It frees the pixels before the next window's upper left corner.
    localparam integer BOTTOM     = (KERNEL_H - 1) * DILATE_H; // from a window's first row to its last
    localparam integer RIGHT      = (KERNEL_W - 1) * DILATE_W; // from a window's first column to its last
    localparam integer Y_LAST     = (OUT_H - 1) * STRIDE_H - PAD_TOP;
    localparam integer X_LAST     = (OUT_W - 1) * STRIDE_W - PAD_LEFT;
    localparam integer BOTTOM_0   = (BOTTOM - PAD_TOP < IN_H) ? BOTTOM - PAD_TOP : IN_H - 1; // the first window's last row
    localparam integer RIGHT_0    = (RIGHT - PAD_LEFT < IN_W) ? RIGHT - PAD_LEFT : IN_W - 1;
    localparam integer BOTTOM_END = (Y_LAST + BOTTOM < IN_H) ? Y_LAST + BOTTOM : IN_H - 1;   // the last window's last row
    localparam integer RIGHT_END  = (X_LAST + RIGHT < IN_W) ? X_LAST + RIGHT : IN_W - 1;
    localparam integer NEED_0     = BOTTOM_0 * IN_W + RIGHT_0 + 1; // pixels that the first window of a frame needs
    localparam integer X_FREED    = (X_LAST > 0) ? X_LAST : 0;
    localparam integer FREE_ROW_BUT_ONE   = STRIDE_H * IN_W - X_FREED - 1;
    localparam integer FREE_FRAME_BUT_ONE = ((Y_LAST >= 0) ? FRAME - Y_LAST * IN_W - X_FREED : FRAME) - 1;

    localparam integer LACK_0     = -NEED_0;

    // Whether any window reads padding. Yosys maps each module by itself and would not find out.
    localparam integer PADDED = (PAD_TOP != 0 || PAD_LEFT != 0 || Y_LAST + BOTTOM >= IN_H || X_LAST + RIGHT >= IN_W) ? 1 : 0;

    // Signed coordinates of the first window and the limits that they are compared with.
    localparam integer Y_0      = -PAD_TOP;
    localparam integer X_0      = -PAD_LEFT;
    localparam integer TOP_0    = -PAD_TOP * IN_W;
    localparam integer ROWS     = STRIDE_H * IN_W;               // pixels from an output row to the next
    localparam integer ROWS_BUT_ONE   = ROWS - 1;
    localparam integer STRIDE_BUT_ONE = STRIDE_W - 1;
    localparam integer BELOW    = IN_H - 1 - BOTTOM_0;           // rows below the first window
    localparam integer BESIDE   = IN_W - 1 - RIGHT_0;            // columns beside it, on the right
    localparam integer FULL_ROWS    = BELOW / STRIDE_H;          // whole strides there
    localparam integer REST_ROWS    = (BELOW % STRIDE_H) * IN_W; // pixels of the rows below them
    localparam integer FULL_COLUMNS = BESIDE / STRIDE_W;
    localparam integer REST_COLUMNS = BESIDE % STRIDE_W;
    localparam integer MORE_ROW     = RIGHT_0 - RIGHT_END; // pixels that the first window of a row needs beyond its rows
    localparam integer MORE_FRAME   = FRAME + NEED_0 - BOTTOM_END * IN_W - RIGHT_END - 1; // that of the next frame needs

    // The same steps minus the size of the ring. Both sums are computed at once; the one that lies in the ring is taken.
    localparam integer LESS_BEAT  = STEP_BEAT - RING;
    localparam integer LESS_GROUP = STEP_GROUP - RING;
    localparam integer LESS_KCOL  = STEP_KCOL - RING;
    localparam integer LESS_KROW  = STEP_KROW - RING;
    localparam integer LESS_X     = STEP_X - RING;
    localparam integer LESS_Y     = STEP_Y - RING;
    localparam integer LESS_FRAME = STEP_FRAME - RING;

    function [AW-1:0] advance; // (addr + by) modulo the ring
        input [AW-1:0] addr;
        input [AW-1:0] by;
        input [AW:0]   less; // by - RING
        reg   [AW-1:0] sum;
        reg   [AW:0]   wrapped;
        begin
            sum     = addr + by;
            wrapped = {1'b0, addr} + less;
            advance = wrapped[AW] ? sum : wrapped[AW-1:0];
        end
    endfunction

    // ---------------------------------------------------------------- the ring
    wire [AW-1:0]    wr_addr, rd_addr, next_beat;
    wire [WIDTH-1:0] rd_data;
    wire             rd_valid, last_beat, issue;
    wire             room;
    wire             write = in_valid && room;
    wire             pixel = write && last_beat; // a pixel is complete

    assign room     = over[NW-1];
    assign in_ready = room;

    systole_counter #(.COUNT(BEATS)) beats (.clk(clk), .rst(rst), .step(write), .last(last_beat));

    systole_store #(.WIDTH(WIDTH), .DEPTH(RING), .AW(AW), .FIRST(ORIGIN), .BLOCK(BLOCK)) ring (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .room(room),
        .wr_next(advance(wr_addr, STEP_BEAT[AW-1:0], LESS_BEAT[AW:0])), .wr_addr(wr_addr),
        .readable(issue), .rd_next(next_beat), .rd_addr(rd_addr),
        .out_data(rd_data), .out_valid(rd_valid), .out_ready(1'b1)
    );

    // ---------------------------------------------------------------- the loops of the reader
    wire end_beats, end_kcol, end_krow, end_repeat, end_group, end_x, end_y;
    reg  mid_pass = 1'b0;
    reg  signed [NW-1:0] spare = LACK_0[NW-1:0]; // pixels written beyond those that the present window needs
    wire enough    = !spare[NW-1];
    assign issue   = mid_pass || (enough && pass_ready);
    wire row_done  = end_beats && end_kcol;
    wire pass_done = row_done && end_krow;
    wire group_done = pass_done && end_repeat;
    wire window_done = group_done && end_group;
    wire line_done  = window_done && end_x;
    wire frame_done = line_done && end_y;

    assign pass_start = issue && !mid_pass;

    // A counter of one step is always at its last.
    wire last_beats, last_kcol, last_krow, last_repeat, last_group, last_x, last_y;
    assign end_beats  = (BEATS == GROUPS) || last_beats;
    assign end_kcol   = (KERNEL_W == 1) || last_kcol;
    assign end_krow   = (KERNEL_H == 1) || last_krow;
    assign end_repeat = (REPEAT == 1) || last_repeat;
    assign end_group  = (GROUPS == 1) || last_group;
    assign end_x      = (OUT_W == 1) || last_x;
    assign end_y      = (OUT_H == 1) || last_y;

    systole_counter #(.COUNT(BEATS / GROUPS)) c_beat
        (.clk(clk), .rst(rst), .step(issue), .last(last_beats));
    systole_counter #(.COUNT(KERNEL_W)) c_kcol
        (.clk(clk), .rst(rst), .step(issue && end_beats), .last(last_kcol));
    systole_counter #(.COUNT(KERNEL_H)) c_krow
        (.clk(clk), .rst(rst), .step(issue && row_done), .last(last_krow));
    systole_counter #(.COUNT(REPEAT)) c_repeat
        (.clk(clk), .rst(rst), .step(issue && pass_done), .last(last_repeat));
    systole_counter #(.COUNT(GROUPS)) c_group
        (.clk(clk), .rst(rst), .step(issue && group_done), .last(last_group));
    systole_counter #(.COUNT(OUT_W)) c_x
        (.clk(clk), .rst(rst), .step(issue && window_done), .last(last_x));
    systole_counter #(.COUNT(OUT_H)) c_y
        (.clk(clk), .rst(rst), .step(issue && line_done), .last(last_y));

    always @(posedge clk)
        if (rst) mid_pass <= 1'b0;
        else if (issue) mid_pass <= !pass_done;

    // ---------------------------------------------------------------- read addresses, one for each loop
    reg [AW-1:0] tap_addr    = ORIGIN[AW-1:0]; // of the tap's first beat
    reg [AW-1:0] krow_addr   = ORIGIN[AW-1:0]; // of the kernel row
    reg [AW-1:0] group_addr  = ORIGIN[AW-1:0]; // of the group in the window
    reg [AW-1:0] window_addr = ORIGIN[AW-1:0]; // of the window
    reg [AW-1:0] line_addr   = ORIGIN[AW-1:0]; // of the output row's first window
    reg [AW-1:0] frame_addr  = SECOND[AW-1:0]; // of the next frame's first window

    // What follows each of them. An address that stays for more than a beat leaves a cycle to add its step.
    reg  [AW-1:0] tap_ahead    = TAP_1[AW-1:0];
    reg  [AW-1:0] krow_ahead   = KROW_1[AW-1:0];
    reg  [AW-1:0] group_ahead  = GROUP_1[AW-1:0];
    reg  [AW-1:0] window_ahead = WINDOW_1[AW-1:0];
    reg  [AW-1:0] line_ahead   = LINE_1[AW-1:0];
    reg  [AW-1:0] frame_ahead  = FRAME_1[AW-1:0];
    wire [AW-1:0] tap_on    = advance(tap_addr, STEP_KCOL[AW-1:0], LESS_KCOL[AW:0]);
    wire [AW-1:0] krow_on   = advance(krow_addr, STEP_KROW[AW-1:0], LESS_KROW[AW:0]);
    wire [AW-1:0] group_on  = advance(group_addr, STEP_GROUP[AW-1:0], LESS_GROUP[AW:0]);
    wire [AW-1:0] window_on = advance(window_addr, STEP_X[AW-1:0], LESS_X[AW:0]);
    wire [AW-1:0] line_on   = advance(line_addr, STEP_Y[AW-1:0], LESS_Y[AW:0]);
    wire [AW-1:0] frame_on  = advance(frame_addr, STEP_FRAME[AW-1:0], LESS_FRAME[AW:0]);
    always @(posedge clk)
        if (rst) begin
            tap_ahead    <= TAP_1[AW-1:0];
            krow_ahead   <= KROW_1[AW-1:0];
            group_ahead  <= GROUP_1[AW-1:0];
            window_ahead <= WINDOW_1[AW-1:0];
            line_ahead   <= LINE_1[AW-1:0];
            frame_ahead  <= FRAME_1[AW-1:0];
        end else begin
            tap_ahead    <= tap_on;
            krow_ahead   <= krow_on;
            group_ahead  <= group_on;
            window_ahead <= window_on;
            line_ahead   <= line_on;
            frame_ahead  <= frame_on;
        end

    wire [AW-1:0] next_frame  = (BEATS_FRAME > 1) ? frame_ahead : frame_on;
    wire [AW-1:0] next_line   = end_y ? frame_addr : (BEATS_LINE > 1) ? line_ahead : line_on;
    wire [AW-1:0] next_window = end_x ? next_line : (BEATS_WINDOW > 1) ? window_ahead : window_on;
    wire [AW-1:0] next_group  = end_group ? next_window : (BEATS_GROUP > 1) ? group_ahead : group_on;
    wire [AW-1:0] next_pass   = end_repeat ? next_group : group_addr;
    wire [AW-1:0] next_krow   = end_krow ? next_pass : (BEATS_KROW > 1) ? krow_ahead : krow_on;
    wire [AW-1:0] next_tap    = end_kcol ? next_krow : (BEATS_TAP > 1) ? tap_ahead : tap_on;
    assign        next_beat   = end_beats ? next_tap : advance(rd_addr, STEP_BEAT[AW-1:0], LESS_BEAT[AW:0]);

    always @(posedge clk)
        if (rst) begin
            tap_addr    <= ORIGIN[AW-1:0];
            krow_addr   <= ORIGIN[AW-1:0];
            group_addr  <= ORIGIN[AW-1:0];
            window_addr <= ORIGIN[AW-1:0];
            line_addr   <= ORIGIN[AW-1:0];
            frame_addr  <= SECOND[AW-1:0];
        end else if (issue) begin
            if (end_beats) tap_addr <= next_tap;
            if (row_done) krow_addr <= next_krow;
            if (group_done) group_addr <= next_group;
            if (window_done) window_addr <= next_window;
            if (line_done) line_addr <= next_line;
            if (frame_done) frame_addr <= next_frame;
        end

    // ---------------------------------------------------------------- coordinates, for padding
    reg signed [YW-1:0] top  = Y_0[YW-1:0]; // of the window
    reg signed [XW-1:0] left = X_0[XW-1:0];
    reg signed [YW-1:0] y    = Y_0[YW-1:0]; // of the tap
    reg signed [XW-1:0] x    = X_0[XW-1:0];

    wire signed [YW-1:0] next_top  = end_y ? Y_0[YW-1:0] : top + STRIDE_H[YW-1:0];
    wire signed [XW-1:0] next_left = end_x ? X_0[XW-1:0] : left + STRIDE_W[XW-1:0];

    always @(posedge clk)
        if (rst) begin
            top  <= Y_0[YW-1:0];
            left <= X_0[XW-1:0];
            y    <= Y_0[YW-1:0];
            x    <= X_0[XW-1:0];
        end else if (issue) begin
            if (line_done) top <= next_top;
            if (window_done) left <= next_left;
            if (row_done) y <= !end_krow ? y + DILATE_H[YW-1:0] : line_done ? next_top : top;
            if (end_beats) x <= !end_kcol ? x + DILATE_W[XW-1:0] : window_done ? next_left : left;
        end

    // ---------------------------------------------------------------- flow: which pixels are there, needed, freed
    reg signed [NW-1:0] top_lin    = TOP_0[NW-1:0];  // first pixel of the window's highest row
    reg signed [NW-1:0] over       = EMPTY[NW-1:0];  // pixels beyond those that the ring has room for, negative while it has
    reg signed [NW-1:0] freed      = {NW{1'b0}};     // pixels that the last cycle freed, negated

    // A window lies a stride further down or to the right than the one before it, but no row or column below or beside
    // the frame is waited for.
    wire signed [NW-1:0] fewer_row, fewer_column; // what the next row or column leaves of the spare pixels
    wire signed [NW-1:0] fewer = !end_x ? fewer_column : end_y ? -$signed(MORE_FRAME[NW-1:0]) : fewer_row;
    systole_stride #(.WIDTH(NW), .STEP(ROWS), .FULL(FULL_ROWS), .REST(REST_ROWS), .MORE(MORE_ROW)) rows
        (.clk(clk), .rst(rst), .step(issue && line_done), .restart(end_y), .size(fewer_row));
    systole_stride #(.WIDTH(NW), .STEP(STRIDE_W), .FULL(FULL_COLUMNS), .REST(REST_COLUMNS), .MORE(0)) columns
        (.clk(clk), .rst(rst), .step(issue && window_done), .restart(end_x), .size(fewer_column));

    // A pixel that arrives comes into both sums as a carry.
    wire signed [NW-1:0] gone       = (issue && window_done) ? fewer : {NW{1'b0}};
    wire signed [NW:0]   next_spare = $signed({spare, pixel}) + $signed({gone, pixel});
    wire signed [NW:0]   next_over  = $signed({over, pixel}) + $signed({freed, pixel});
    wire unused_carry = &{1'b0, next_spare[0], next_over[0]};
    wire signed [NW-1:0] top_after   = top_lin + ROWS[NW-1:0];
    wire signed [NW-1:0] top_freed   = top_lin + ROWS_BUT_ONE[NW-1:0];
    wire signed [XW-1:0] left_freed  = left + STRIDE_BUT_ONE[XW-1:0];
    wire signed [NW-1:0] free_line   = (PADDED == 0 || !top[YW-1]) ? FREE_ROW_BUT_ONE[NW-1:0]
        : top_freed[NW-1] ? {NW{1'b1}} : top_freed;
    wire signed [NW-1:0] free_window = (PADDED != 0 && (top[YW-1] || left_freed[XW-1])) ? {NW{1'b1}}
        : (PADDED != 0 && left[XW-1]) ? {{(NW-XW){1'b0}}, left_freed} : STRIDE_BUT_ONE[NW-1:0];

    always @(posedge clk)
        if (rst) begin
            spare      <= LACK_0[NW-1:0];
            top_lin    <= TOP_0[NW-1:0];
            over       <= EMPTY[NW-1:0];
            freed      <= {NW{1'b0}};
        end else begin
            if (issue && line_done) top_lin <= end_y ? TOP_0[NW-1:0] : top_after;
            spare     <= next_spare[NW:1];
            over      <= next_over[NW:1];
            freed     <= !(issue && window_done) ? {NW{1'b0}}
                       : ~(frame_done ? FREE_FRAME_BUT_ONE[NW-1:0] : end_x ? free_line : free_window); // one more, negated
        end

    // ---------------------------------------------------------------- the beat, two cycles after its address
    wire outside = PADDED != 0
        && (y[YW-1] || x[XW-1] || (y >= $signed(IN_H[YW-1:0])) || (x >= $signed(IN_W[XW-1:0])));
    reg rd_first, rd_last;
    always @(posedge clk) begin
        rd_first  <= !mid_pass;
        rd_last   <= pass_done;
        out_first <= rd_first;
        out_last  <= rd_last;
    end
    always @(posedge clk)
        if (rst) out_valid <= 1'b0;
        else out_valid <= rd_valid;
    initial out_valid = 1'b0;

    // Each slice of a beat has its own register that tells whether the tap lies outside of the frame.
    genvar s;
    generate
        for (s = 0; s < WIDTH; s = s + SLICE) begin : g_slice
            localparam integer BITS = (WIDTH - s < SLICE) ? WIDTH - s : SLICE;
            wire rd_pad;
            systole_copy copy (.clk(clk), .rst(1'b0), .en(1'b1), .in(outside), .out(rd_pad));
            always @(posedge clk) out_data[s +: BITS] <= rd_pad ? PAD[s +: BITS] : rd_data[s +: BITS];
        end
    endgenerate

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));

    // A pass has so many beats. Once it has begun, a beat of it is read in every cycle.
    localparam integer F_BEATS = BEATS / GROUPS;
    localparam integer F_PASS  = F_BEATS * KERNEL_W * KERNEL_H;
    reg [7:0] f_beat = 8'd0;
    always @(posedge clk)
        if (rst) f_beat <= 8'd0;
        else if (issue) f_beat <= (f_beat == F_PASS - 1) ? 8'd0 : f_beat + 1'b1;
    always @* begin
        assert (f_beat < F_PASS && mid_pass == (f_beat != 0) && pass_done == (f_beat == F_PASS - 1));
        assert (end_beats == (f_beat % F_BEATS == F_BEATS - 1));
        assert (end_kcol == (f_beat / F_BEATS % KERNEL_W == KERNEL_W - 1));
        assert (end_krow == (f_beat / (F_BEATS * KERNEL_W) == KERNEL_H - 1));
        assert (!mid_pass || issue);
        assert (!pass_start || (pass_ready && !spare[NW-1] && f_beat == 0));
    end

    // No address moves on before what follows it is there.
    localparam [5:0] F_STAYS
        = {BEATS_FRAME > 1, BEATS_LINE > 1, BEATS_WINDOW > 1, BEATS_GROUP > 1, BEATS_KROW > 1, BEATS_TAP > 1};
    wire [5:0] f_moves
        = {6{issue}} & {frame_done, line_done, window_done, group_done, row_done, end_beats};
    reg  [5:0] f_moved = 6'd0;
    always @(posedge clk) f_moved <= rst ? 6'd0 : f_moves;
    always @* begin
        assert ((f_moves & f_moved & F_STAYS) == 0);
        assert (f_moved[0] || tap_ahead == tap_on);
        assert (f_moved[1] || krow_ahead == krow_on);
        assert (f_moved[2] || group_ahead == group_on);
        assert (f_moved[3] || window_ahead == window_on);
        assert (f_moved[4] || line_ahead == line_on);
        assert (f_moved[5] || frame_ahead == frame_on);
        assert (!f_moves[0] || end_kcol || next_tap == tap_on);
        assert (!f_moves[1] || end_krow || next_krow == krow_on);
        assert (!f_moves[2] || end_group || next_group == group_on);
        assert (!f_moves[3] || end_x || next_window == window_on);
        assert (!f_moves[4] || end_y || next_line == line_on);
        assert (!f_moves[5] || next_frame == frame_on);
    end

    // The first and the last beat of a pass leave as such, two cycles later.
    reg [1:0] f_firsts = 2'b00, f_lasts = 2'b00, f_valids = 2'b00;
    always @(posedge clk) begin
        f_valids <= rst ? 2'b00 : {f_valids[0], issue};
        f_firsts <= {f_firsts[0], f_beat == 0};
        f_lasts  <= {f_lasts[0], f_beat == F_PASS - 1};
    end
    always @* begin
        assert (rd_valid == f_valids[0] && out_valid == f_valids[1]);
        if (rd_valid) assert (rd_first == f_firsts[0] && rd_last == f_lasts[0]);
        if (out_valid) assert (out_first == f_firsts[1] && out_last == f_lasts[1]);
    end

    // The spare pixels are those beyond the window's lower right corner, and the ring is free but for those from its upper
    // left corner on. None of them are freed as long as the window begins above the frame.
    reg  [15:0]        f_column = 16'd0, f_row = 16'd0; // of the window
    reg  signed [31:0] f_pixels = 32'sd0;               // that were written since the window's frame began
    always @(posedge clk)
        if (rst) {f_column, f_row, f_pixels} <= 64'd0;
        else begin
            f_pixels <= f_pixels + pixel - ((issue && frame_done) ? FRAME : 0);
            if (issue && window_done) f_column <= end_x ? 16'd0 : f_column + 1'b1;
            if (issue && line_done) f_row <= end_y ? 16'd0 : f_row + 1'b1;
        end
    function signed [31:0] f_needed; // up to the last pixel of a window
        input signed [31:0] f_top;
        input signed [31:0] f_left;
        f_needed = ((f_top + BOTTOM < IN_H) ? f_top + BOTTOM : IN_H - 1) * IN_W
            + ((f_left + RIGHT < IN_W) ? f_left + RIGHT : IN_W - 1) + 1;
    endfunction
    wire signed [31:0] f_need   = f_needed(top, left);
    wire signed [31:0] f_corner = (top < 0) ? 0 : top * IN_W + ((left < 0) ? 0 : left);
    wire signed [31:0] f_over   = f_pixels - f_corner - freed - DEPTH;
    wire signed [31:0] f_spare  = f_pixels - f_need;
    wire signed [31:0] f_beside = f_need - f_needed(top, left + STRIDE_W);
    wire signed [31:0] f_below  = f_needed(top, X_LAST) - f_needed(top + STRIDE_H, X_0);
    always @* begin
        assert (f_column < OUT_W && left == X_0 + $signed({1'b0, f_column}) * STRIDE_W);
        assert (f_row < OUT_H && top == Y_0 + $signed({1'b0, f_row}) * STRIDE_H);
        assert (end_x == (f_column == OUT_W - 1) && end_y == (f_row == OUT_H - 1));
        assert (end_x || fewer_column == f_beside[NW-1:0]);
        assert (end_y || fewer_row == f_below[NW-1:0]);
        assert (spare == f_spare[NW-1:0] && over == f_over[NW-1:0]);
        if (top < 0) assert (top_lin == top * IN_W);
    end
`endif
endmodule
`default_nettype wire
