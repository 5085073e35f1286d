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
    localparam integer BUT_ONE = DEPTH - 1;

    reg signed [CW-1:0] held = {CW{1'b1}};       // beats in the memory, less one
    reg signed [CW-1:0] free = BUT_ONE[CW-1:0];  // beats that it has room for, less one
    wire empty = held[CW-1];
    wire full  = free[CW-1];
    wire [AW-1:0] wr_addr, rd_addr;
    wire write = in_valid && !full;
    wire read  = !empty && (!out_valid || out_ready);
    wire [AW-1:0] wr_next = (wr_addr == LAST) ? {AW{1'b0}} : wr_addr + 1'b1;
    wire [AW-1:0] rd_next = (rd_addr == LAST) ? {AW{1'b0}} : rd_addr + 1'b1;

    assign in_ready = !full;

    systole_store #(.WIDTH(WIDTH), .DEPTH(DEPTH), .AW(AW), .BLOCK(BLOCK)) store (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .room(!full), .wr_next(wr_next), .wr_addr(wr_addr),
        .readable(!empty), .rd_next(rd_next), .rd_addr(rd_addr),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );

    // Each count is raised by the carry that comes in and lowered by adding minus one.
    wire [CW:0] next_held = {held, write} + {{CW{read}}, write};
    wire [CW:0] next_free = {free, read} + {{CW{write}}, read};
    wire unused = &{1'b0, next_held[0], next_free[0]};
    always @(posedge clk)
        if (rst) begin
            held <= {CW{1'b1}};
            free <= BUT_ONE[CW-1:0];
        end else begin
            held <= next_held[CW:1];
            free <= next_free[CW:1];
        end

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
        assert (f_held <= DEPTH && held == $signed({1'b0, f_held}) - 1 && free == BUT_ONE - $signed({1'b0, f_held}));
        assert (f_ahead == (full ? 0 : f_held));
        assert (!(write && read && wr_addr == rd_addr)); // no word is read while it is written
    end
`endif
endmodule
`default_nettype wire
