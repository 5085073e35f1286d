// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_rom: a read-only memory with a registered output, loaded from FILE (hexadecimal, one word a line).
// Vivado reads the attribute ROM_STYLE in any case; Yosys does not know a ROM of LUTs by that name, but by logic_block.
// Latency: 1 cycle.
// Throughput: 1 word a cycle.
// Combinational: none.
// Reset: none.
`default_nettype none
module motion_rom #(
    parameter integer WIDTH = 8,  // bits of a word
    parameter integer DEPTH = 16, // words
    parameter integer AW    = 4,  // bits of the address
    parameter integer BLOCK = 0,  // 1: block RAM, 0: LUTs
    parameter         FILE  = ""  // contents, in the folder that the tool runs in or SYSTOLE_MEM_DIR names
) (
    input  wire             clk,
    input  wire [AW-1:0]    addr,
    output reg  [WIDTH-1:0] data
);
`ifdef MOTION_MEM_DIR
    localparam PLACE = {`MOTION_MEM_DIR, "/", FILE};
`else
    localparam PLACE = FILE;
`endif
    generate
        if (BLOCK != 0) begin : g_block
            (* rom_style = "block" *) reg [WIDTH-1:0] mem [0:DEPTH-1];
            initial $readmemh(PLACE, mem);
            always @(posedge clk) data <= mem[addr];
        end else begin : g_distributed
            (* ROM_STYLE = "distributed", logic_block *) reg [WIDTH-1:0] mem [0:DEPTH-1];
            initial $readmemh(PLACE, mem);
            always @(posedge clk) data <= mem[addr];
        end
    endgenerate
endmodule
`default_nettype wire
