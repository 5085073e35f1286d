// systole_constant: puts out a word of a memory for each beat that comes in, one after the other and over and over.
// Vivado reads the attribute ROM_STYLE in any case; Yosys does not know a ROM of LUTs by that name, but by logic_block.
// Golden: ConstantGolden.
// Latency: 1 cycle.
// Throughput: 1 word a cycle.
// Combinational: in_ready from out_ready.
// Reset: clears valid and the address; the word that is put out keeps its value.
`default_nettype none
module systole_constant #(
    parameter integer WIDTH = 8,  // bits of a word
    parameter integer DEPTH = 16, // words
    parameter integer AW    = 4,  // bits of the address, at least 1
    parameter integer BLOCK = 0,  // 1: block RAM, 0: LUTs
    parameter         FILE  = ""  // the words, hexadecimal, one a line; its folder as in systole_rom
) (
    input  wire             clk,
    input  wire             rst,
    input  wire             in_valid,
    output wire             in_ready,
    output reg  [WIDTH-1:0] out_data,
    output wire             out_valid,
    input  wire             out_ready
);
`ifdef SYSTOLE_MEM_DIR
    localparam PLACE = {`SYSTOLE_MEM_DIR, "/", FILE};
`else
    localparam PLACE = FILE;
`endif
    localparam [AW-1:0] LAST = DEPTH[AW-1:0] - 1'b1;

    (* keep = "true" *) reg [AW-1:0] addr = {AW{1'b0}}; // slices side by side keep an address each
    wire free;
    assign in_ready = free;
    systole_stage stage
        (.clk(clk), .rst(rst), .in_valid(in_valid), .in_ready(free), .out_valid(out_valid), .out_ready(out_ready));

    always @(posedge clk)
        if (rst) addr <= {AW{1'b0}};
        else if (in_valid && free) addr <= (addr == LAST) ? {AW{1'b0}} : addr + 1'b1;

    generate
        if (BLOCK != 0) begin : g_block
            (* rom_style = "block" *) reg [WIDTH-1:0] mem [0:DEPTH-1];
            initial $readmemh(PLACE, mem);
            always @(posedge clk) if (free) out_data <= mem[addr];
        end else begin : g_distributed
            (* ROM_STYLE = "distributed", logic_block *) reg [WIDTH-1:0] mem [0:DEPTH-1];
            initial $readmemh(PLACE, mem);
            always @(posedge clk) if (free) out_data <= mem[addr];
        end
    endgenerate

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    reg [AW-1:0] f_taken = {AW{1'b0}}; // beats, modulo DEPTH
    always @(posedge clk)
        if (rst) f_taken <= {AW{1'b0}};
        else if (in_valid && in_ready) f_taken <= (f_taken == DEPTH - 1) ? {AW{1'b0}} : f_taken + 1'b1;
    always @* assert (addr == f_taken && addr < DEPTH);
`endif
endmodule
`default_nettype wire
