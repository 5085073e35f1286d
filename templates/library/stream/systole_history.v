// systole_history: puts the last PAST beats before a frame out in front of its BEATS beats.
// The ring of PAST beats is read from the oldest on, which brings its address back to the oldest: there the beats of the
// frame are written as they are passed on. Where a frame begins afresh, as its flag says and as the first after a reset
// does, initial beats are put out and written in place of those of the frames before.
// Golden: HistoryGolden.
// Latency: 1 cycle.
// Throughput: 1 outgoing beat a cycle.
// Combinational: in_ready from out_ready; flag_ready from in_valid and out_ready.
// Reset: clears valid, address and counts, and begins the next frame afresh; the memory keeps its contents.
`default_nettype none
module systole_history #(
    parameter integer WIDTH = 8, // bits of a beat
    parameter integer PAST  = 6, // beats in front of a frame
    parameter integer BEATS = 3, // beats of a frame
    parameter integer BLOCK = 0, // memory: 2: UltraRAM, 1: block RAM, 0: LUT RAM
    parameter [WIDTH-1:0] INITIAL = {WIDTH{1'b0}}, // each initial beat, if they are alike
    parameter integer VARIED = 0, // 1: the initial beats are those of FILE
    parameter         FILE   = "", // PAST initial beats, the oldest first
    parameter integer FILE_BLOCK = 0, // their memory: 1: block RAM, 0: LUTs
    parameter integer SLICE = 72 // bits of a slice, which has an address and enables of its own
) (
    input  wire             clk,
    input  wire             rst,
    input  wire             flag_data,  // the frame begins afresh
    input  wire             flag_valid,
    output wire             flag_ready,
    input  wire [WIDTH-1:0] in_data,
    input  wire             in_valid,
    output wire             in_ready,
    output wire [WIDTH-1:0] out_data,
    output wire             out_valid,
    input  wire             out_ready
);
    localparam integer DEPTH  = (PAST < 2) ? 2 : PAST;
    localparam integer AW     = $clog2(DEPTH);
    localparam integer SLICES = (WIDTH + SLICE - 1) / SLICE;
    localparam integer END    = PAST - 1;

    reg recent = 1'b0; // the beats of the frame are passed on, otherwise those before it are put out
    reg begins = 1'b1; // the first beat of a frame comes next
    reg primed = 1'b0; // the ring is filled
    reg afresh = 1'b1; // the frame began afresh

    wire [SLICES-1:0]    frees, valids;
    wire [SLICES*AW-1:0] addrs;
    wire [AW-1:0]    addr = addrs[AW-1:0];
    wire [WIDTH-1:0] first_data;
    wire end_past, end_beats;
    wire fresh  = begins ? flag_data || !primed : afresh;
    wire offers = (recent || begins) ? in_valid && (recent || flag_valid) : 1'b1;
    wire writes = recent || fresh;
    wire step   = offers && frees[0];
    wire next_recent = recent ^ (step && (recent ? end_beats : end_past));
    wire [AW-1:0] addr_next = (addr == END[AW-1:0]) ? {AW{1'b0}} : addr + 1'b1;
    wire unused = &{1'b0, frees, valids, addrs}; // all slices behave alike

    assign in_ready   = recent && frees[0];
    assign flag_ready = begins && in_valid && frees[0];
    assign out_valid  = valids[0];

    systole_counter #(.COUNT(PAST)) past (.clk(clk), .rst(rst), .step(step && !recent), .last(end_past));
    systole_counter #(.COUNT(BEATS)) beats (.clk(clk), .rst(rst), .step(step && recent), .last(end_beats));

    genvar s;
    generate
        for (s = 0; s < SLICES; s = s + 1) begin : g_slice
            localparam integer LOW  = s * SLICE;
            localparam integer BITS = (WIDTH - LOW < SLICE) ? WIDTH - LOW : SLICE;
            wire own_recent;
            systole_copy copy_recent (.clk(clk), .rst(rst), .en(1'b1), .in(next_recent), .out(own_recent));
            systole_past #(.WIDTH(BITS), .DEPTH(DEPTH), .AW(AW), .BLOCK(BLOCK)) slice (
                .clk(clk), .rst(rst), .in_data(in_data[LOW +: BITS]), .first_data(first_data[LOW +: BITS]),
                .recent(own_recent), .offers(offers), .writes(writes), .free(frees[s]),
                .addr_next(addr_next), .addr(addrs[s*AW +: AW]),
                .out_data(out_data[LOW +: BITS]), .out_valid(valids[s]), .out_ready(out_ready)
            );
        end
        if (VARIED == 0) begin : g_alike
            assign first_data = INITIAL;
        end else begin : g_varied
            reg  [AW-1:0] index = {AW{1'b0}}; // of the initial beat that comes next
            wire [AW-1:0] next_index = (rst || recent) ? {AW{1'b0}} : step ? index + 1'b1 : index;
            systole_rom #(.WIDTH(WIDTH), .DEPTH(PAST), .AW(AW), .BLOCK(FILE_BLOCK), .FILE(FILE)) initials
                (.clk(clk), .addr(next_index), .data(first_data));
            always @(posedge clk) index <= next_index;
        end
    endgenerate

    always @(posedge clk)
        if (rst) begin
            recent <= 1'b0;
            begins <= 1'b1;
            primed <= 1'b0;
        end else if (step) begin
            recent <= next_recent;
            begins <= recent && end_beats;
            if (recent && end_beats) primed <= 1'b1;
        end
    always @(posedge clk) if (step) afresh <= fresh;

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(1), .PROVE(0)) f_flag
        (.clk(clk), .rst(rst), .data(flag_data), .valid(flag_valid), .ready(flag_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // The place of the next beat by counting, the beat that is the oldest, and whether any frame has gone through.
    reg [7:0] f_beat = 8'd0, f_addr = 8'd0;
    reg       f_full = 1'b0, f_afresh = 1'b1;
    wire f_old  = f_beat < PAST;
    wire f_ends = f_beat == PAST + BEATS - 1;
    always @(posedge clk) begin
        if (rst) {f_beat, f_addr, f_full} <= 17'd0;
        else if (step) begin
            f_beat <= f_ends ? 8'd0 : f_beat + 1'b1;
            f_addr <= (f_addr == PAST - 1) ? 8'd0 : f_addr + 1'b1;
            if (f_ends) f_full <= 1'b1;
        end
        if (step && f_beat == 0) f_afresh <= flag_data || !f_full;
    end
    always @* begin
        assert (f_beat < PAST + BEATS && recent == !f_old && begins == (f_beat == 0));
        assert (end_past == ((f_old ? f_beat : 0) == PAST - 1) && end_beats == ((f_old ? 0 : f_beat - PAST) == BEATS - 1));
        assert (f_addr < PAST && addrs == {SLICES{f_addr[AW-1:0]}});
        assert (primed == f_full && (begins || afresh == f_afresh));
        assert (writes == (!f_old || (f_beat == 0 ? flag_data || !f_full : f_afresh)) || f_beat == 0 && !flag_valid);
        assert (frees == {SLICES{frees[0]}} && valids == {SLICES{valids[0]}});
        assert ((in_valid && in_ready) == (step && !f_old)); // the frame is read in its turn,
        assert ((flag_valid && flag_ready) == (step && f_beat == 0)); // and a flag with its first beat
    end
    generate
        for (s = 0; s < SLICES; s = s + 1) begin : f_slice
            always @* assert (g_slice[s].own_recent == recent);
        end
        if (VARIED != 0) begin : f_varied
            always @* assert (recent || g_varied.index == f_beat);
        end
    endgenerate
`endif
endmodule
`default_nettype wire
