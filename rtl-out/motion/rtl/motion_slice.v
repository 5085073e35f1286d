// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_slice: a slice of a systole_store, with addresses and enables of its own.
// Latency: 1 cycle from a read to out_data.
// Throughput: 1 beat a cycle.
// Combinational: none.
// Reset: clears valid and the addresses; the memory keeps its contents.
`default_nettype none
module motion_slice #(
    parameter integer WIDTH = 8,  // bits of the slice of a beat
    parameter integer DEPTH = 16, // beats
    parameter integer AW    = 4,  // bits of an address
    parameter integer FIRST = 0,  // address of the first read
    parameter integer BLOCK = 0   // memory: 2: UltraRAM, 1: block RAM, 0: LUT RAM
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
    (* keep = "true" *) reg [AW-1:0] own_wr_addr = {AW{1'b0}};
    (* keep = "true" *) reg [AW-1:0] own_rd_addr = FIRST[AW-1:0];
    wire write = in_valid && room;
    wire free;

    assign wr_addr = own_wr_addr;
    assign rd_addr = own_rd_addr;
    motion_stage stage
        (.clk(clk), .rst(rst), .in_valid(readable), .in_ready(free), .out_valid(out_valid), .out_ready(out_ready));

    motion_ram #(.WIDTH(WIDTH), .DEPTH(DEPTH), .AW(AW), .BLOCK(BLOCK)) ram (
        .clk(clk), .wr_en(write), .wr_addr(own_wr_addr), .wr_data(in_data),
        .rd_en(free), .rd_addr(own_rd_addr), .rd_data(out_data)
    );

    always @(posedge clk)
        if (rst) begin
            own_wr_addr <= {AW{1'b0}};
            own_rd_addr <= FIRST[AW-1:0];
        end else begin
            if (write) own_wr_addr <= wr_next;
            if (readable && free) own_rd_addr <= rd_next;
        end

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
`endif
endmodule
`default_nettype wire
