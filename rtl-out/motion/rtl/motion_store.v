// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_store: a memory of beats with a register behind it; its user decides where beats are written and read.
// A beat is written where in_valid and room are high, and read where readable is high and the register is free. Then
// wr_addr moves on to wr_next, or rd_addr to rd_next. Addresses and enables are kept once for each slice of SLICE bits,
// so that no net grows with the width of a beat; all slices behave alike.
// Latency: 1 cycle from a read to out_data.
// Throughput: 1 beat a cycle.
// Combinational: none.
// Reset: clears valid and the addresses; the memory keeps its contents.
`default_nettype none
module motion_store #(
    parameter integer WIDTH = 8,  // bits of a beat
    parameter integer DEPTH = 16, // beats
    parameter integer AW    = 4,  // bits of an address
    parameter integer FIRST = 0,  // address of the first read
    parameter integer BLOCK = 0,  // memory: 2: UltraRAM, 1: block RAM, 0: LUT RAM
    parameter integer SLICE = 72  // bits of a slice: a word of the widest block RAM
) (
    input  wire             clk,
    input  wire             rst,
    input  wire [WIDTH-1:0] in_data,
    input  wire             in_valid,
    input  wire             room,
    input  wire [AW-1:0]    wr_next,
    output wire [AW-1:0]    wr_addr,
    input  wire             readable,
    input  wire [AW-1:0]    rd_next,
    output wire [AW-1:0]    rd_addr,
    output wire [WIDTH-1:0] out_data,
    output wire             out_valid,
    input  wire             out_ready
);
    localparam integer SLICES = (WIDTH + SLICE - 1) / SLICE;

    wire [SLICES*AW-1:0] wr_addrs, rd_addrs; // of each slice
    wire [SLICES-1:0]    valids;
    assign wr_addr   = wr_addrs[AW-1:0];
    assign rd_addr   = rd_addrs[AW-1:0];
    assign out_valid = valids[0];
    wire unused = &{1'b0, wr_addrs, rd_addrs, valids};

    genvar s;
    generate
        for (s = 0; s < SLICES; s = s + 1) begin : g_slice
            localparam integer LOW  = s * SLICE;
            localparam integer BITS = (WIDTH - LOW < SLICE) ? WIDTH - LOW : SLICE;
            motion_slice #(.WIDTH(BITS), .DEPTH(DEPTH), .AW(AW), .FIRST(FIRST), .BLOCK(BLOCK)) slice (
                .clk(clk), .rst(rst),
                .in_data(in_data[LOW +: BITS]), .in_valid(in_valid), .room(room),
                .wr_next(wr_next), .wr_addr(wr_addrs[s*AW +: AW]),
                .readable(readable), .rd_next(rd_next), .rd_addr(rd_addrs[s*AW +: AW]),
                .out_data(out_data[LOW +: BITS]), .out_valid(valids[s]), .out_ready(out_ready)
            );
        end
    endgenerate

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    always @* assert (wr_addrs == {SLICES{wr_addr}} && rd_addrs == {SLICES{rd_addr}} && valids == {SLICES{out_valid}});
`endif
endmodule
`default_nettype wire
