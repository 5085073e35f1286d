// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_ram: a memory with a write port and a registered read port.
// What is read from a word while it is written is undefined.
// Latency: 1 cycle.
// Throughput: 1 word a cycle on each port.
// Combinational: none.
// Reset: none.
`default_nettype none
module motion_ram #(
    parameter integer WIDTH = 8,  // bits of a word
    parameter integer DEPTH = 16, // words
    parameter integer AW    = 4,  // bits of an address
    parameter integer BLOCK = 0   // 2: UltraRAM, 1: block RAM, 0: LUT RAM
) (
    input  wire             clk,
    input  wire             wr_en,
    input  wire [AW-1:0]    wr_addr,
    input  wire [WIDTH-1:0] wr_data,
    input  wire             rd_en,
    input  wire [AW-1:0]    rd_addr,
    output reg  [WIDTH-1:0] rd_data
);
    generate
        if (BLOCK == 0) begin : g_distributed
            (* ram_style = "distributed" *) reg [WIDTH-1:0] mem [0:DEPTH-1];
            always @(posedge clk) begin
                if (wr_en) mem[wr_addr] <= wr_data;
                if (rd_en) rd_data <= mem[rd_addr];
            end
        end
        if (BLOCK == 1) begin : g_block
            (* ram_style = "block" *) reg [WIDTH-1:0] mem [0:DEPTH-1];
            always @(posedge clk) begin
                if (wr_en) mem[wr_addr] <= wr_data;
                if (rd_en) rd_data <= mem[rd_addr];
            end
        end
        if (BLOCK == 2) begin : g_ultra
            (* ram_style = "ultra" *) reg [WIDTH-1:0] mem [0:DEPTH-1];
            always @(posedge clk) begin
                if (wr_en) mem[wr_addr] <= wr_data;
                if (rd_en) rd_data <= mem[rd_addr];
            end
        end
    endgenerate

`ifdef FORMAL
    // A word that is read is the one last written there, whichever address f_addr stands for.
    (* anyconst *) wire [AW-1:0] f_addr;
    reg             f_written = 1'b0;
    reg             f_read    = 1'b0;
    reg [WIDTH-1:0] f_word, f_then;
    wire            f_clash = wr_en && rd_en && wr_addr == rd_addr;
    always @(posedge clk) begin
        if (wr_en && wr_addr == f_addr) {f_written, f_word} <= {1'b1, wr_data};
        if (rd_en) {f_read, f_then} <= {f_written && !f_clash && rd_addr == f_addr, f_word};
    end
    always @* if (f_read) assert (rd_data == f_then);
    generate
        if (BLOCK == 0) begin : f_distributed
            always @* if (f_written) assert (g_distributed.mem[f_addr] == f_word);
        end
        if (BLOCK == 1) begin : f_block
            always @* if (f_written) assert (g_block.mem[f_addr] == f_word);
        end
        if (BLOCK == 2) begin : f_ultra
            always @* if (f_written) assert (g_ultra.mem[f_addr] == f_word);
        end
    endgenerate
`endif
endmodule
`default_nettype wire
