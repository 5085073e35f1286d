// systole_repeat: puts out each block of BEATS beats TIMES times.
// The last time frees the block's beats one by one.
// Golden: ResizeNearestGolden.
// Latency: 2 cycles.
// Throughput: 1 outgoing beat a cycle.
// Combinational: none.
// Reset: clears valid, pointers and counts; the memory keeps its contents.
`default_nettype none
module systole_repeat #(
    parameter integer WIDTH = 8, // bits of a beat
    parameter integer BEATS = 4, // beats of a block
    parameter integer TIMES = 2, // times that a block is put out
    parameter integer DEPTH = 6, // beats in the memory, at least BEATS + 2
    parameter integer BLOCK = 0  // memory: 2: UltraRAM, 1: block RAM, 0: LUT RAM
) (
    input  wire             clk,
    input  wire             rst,
    input  wire [WIDTH-1:0] in_data,
    input  wire             in_valid,
    output wire             in_ready,
    output wire [WIDTH-1:0] out_data,
    output wire             out_valid,
    input  wire             out_ready
);
    localparam integer AW = $clog2(DEPTH);
    localparam integer CW = $clog2(DEPTH + 1) + 1; // bits of a count, signed
    localparam [AW-1:0] LAST = DEPTH[AW-1:0] - 1'b1;

    wire [AW-1:0] wr_addr, rd_addr;
    reg        [AW-1:0] start  = {AW{1'b0}};       // address of the block that is put out
    wire signed [CW-1:0] vacant;                   // beats that the memory has room for, negated
    wire signed [CW-1:0] unread;                   // beats in it that were not put out yet, negated
    reg                 first  = 1'b1;             // the block is put out for the first time

    wire end_beat, end_time;
    wire room     = vacant[CW-1];
    wire write    = in_valid && room;
    wire readable = !first || unread[CW-1];
    wire read     = readable && (!out_valid || out_ready);
    wire free     = read && end_time;
    wire [AW-1:0] wr_next   = (wr_addr == LAST) ? {AW{1'b0}} : wr_addr + 1'b1;
    wire [AW-1:0] rd_next   = (rd_addr == LAST) ? {AW{1'b0}} : rd_addr + 1'b1;
    wire unused = &{1'b0, vacant, unread}; // only their signs are read

    assign in_ready = room;

    systole_level #(.WIDTH(CW), .FIRST(-DEPTH)) count_vacant
        (.clk(clk), .rst(rst), .up(write), .down(free), .count(vacant));
    systole_level #(.WIDTH(CW)) count_unread
        (.clk(clk), .rst(rst), .up(read && first), .down(write), .count(unread));
    systole_counter #(.COUNT(BEATS)) beats (.clk(clk), .rst(rst), .step(read), .last(end_beat));
    systole_counter #(.COUNT(TIMES)) times (.clk(clk), .rst(rst), .step(read && end_beat), .last(end_time));

    systole_store #(.WIDTH(WIDTH), .DEPTH(DEPTH), .AW(AW), .BLOCK(BLOCK)) store (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .room(room), .wr_next(wr_next), .wr_addr(wr_addr),
        .readable(readable), .rd_next((end_beat && !end_time) ? start : rd_next), .rd_addr(rd_addr),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );

    always @(posedge clk)
        if (rst) begin
            start   <= {AW{1'b0}};
            first   <= 1'b1;
        end else begin
            if (read && end_beat) first <= end_time;
            if (free && end_beat) start <= rd_next;
        end

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    reg [CW-1:0] f_held = {CW{1'b0}}; // beats in the memory
    always @(posedge clk) f_held <= rst ? {CW{1'b0}} : f_held + write - free;
    wire [CW-1:0] f_vacant = f_held - DEPTH;
    always @* assert (vacant == $signed(f_vacant) && !(write && f_held == DEPTH));
`endif
endmodule
`default_nettype wire
