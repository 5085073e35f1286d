// systole_fifo: a FIFO of DEPTH + 1 beats: a memory and the register behind it.
// Latency: 2 cycles.
// Throughput: 1 beat a cycle.
// Combinational: none.
// Reset: clears valid and the pointers; the memory keeps its contents.
`default_nettype none
module systole_fifo #(
    parameter integer WIDTH = 8,  // bits of a beat
    parameter integer DEPTH = 16, // beats in the memory, at least 2
    parameter integer BLOCK = 0   // memory: 2: UltraRAM, 1: block RAM, 0: LUT RAM
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
    localparam integer AW = (DEPTH <= 2) ? 1 : $clog2(DEPTH);
    localparam [AW-1:0] LAST = DEPTH[AW-1:0] - 1'b1;

    localparam integer CW = $clog2(DEPTH + 1) + 1; // bits of a count, signed

    wire signed [CW-1:0] held; // beats in the memory, negated
    wire signed [CW-1:0] free; // beats that it has room for, negated
    wire [AW-1:0] wr_addr, rd_addr;
    wire some  = held[CW-1];
    wire room  = free[CW-1];
    wire write = in_valid && room;
    wire read  = some && (!out_valid || out_ready);
    wire [AW-1:0] wr_next = (wr_addr == LAST) ? {AW{1'b0}} : wr_addr + 1'b1;
    wire [AW-1:0] rd_next = (rd_addr == LAST) ? {AW{1'b0}} : rd_addr + 1'b1;
    wire unused = &{1'b0, held, free}; // only their signs are read

    assign in_ready = room;

    systole_level #(.WIDTH(CW)) count_held (.clk(clk), .rst(rst), .up(read), .down(write), .count(held));
    systole_level #(.WIDTH(CW), .FIRST(-DEPTH)) count_free (.clk(clk), .rst(rst), .up(write), .down(read), .count(free));

    systole_store #(.WIDTH(WIDTH), .DEPTH(DEPTH), .AW(AW), .BLOCK(BLOCK)) store (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .room(room), .wr_next(wr_next), .wr_addr(wr_addr),
        .readable(some), .rd_next(rd_next), .rd_addr(rd_addr),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // Beats leave in the order they came, each once: pointers, flags and the number of beats agree.
    reg  [AW:0] f_held = {(AW+1){1'b0}};
    wire [AW:0] f_ahead = (wr_addr < rd_addr) ? wr_addr + DEPTH - rd_addr : wr_addr - rd_addr;
    always @(posedge clk) f_held <= rst ? {(AW+1){1'b0}} : f_held + write - read;
    always @* begin
        assert (wr_addr < DEPTH && rd_addr < DEPTH);
        assert (f_held <= DEPTH && held == -$signed({1'b0, f_held}) && free == $signed({1'b0, f_held}) - DEPTH);
        assert (f_ahead == (room ? f_held : 0));
        assert (!(write && read && wr_addr == rd_addr)); // no word is read while it is written
    end
`endif
endmodule
`default_nettype wire
