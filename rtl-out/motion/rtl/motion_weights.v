// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_weights: the read-only memory of ROWS rows of a column, which gives a word of each row at a time.
// In LUTs every row reads for itself. A block RAM reads the words of all rows at once, and those of the later rows
// wait. FILE holds the words of all rows of an address in a line, in hexadecimal, row 0 lowest. Vivado reads the
// attribute ROM_STYLE in any case; Yosys does not know a ROM of LUTs by that name, but by logic_block.
// Latency: START + LATE + j + 1 cycles for row j, as the row's activations have. In block RAM, LATE is a register behind
//   it, which a block has inside.
// Throughput: 1 word of each row a cycle.
// Combinational: none.
// Reset: none.
`default_nettype none
module motion_weights #(
    parameter integer ROWS  = 1,  // rows
    parameter integer START = 0,  // cycles that row 0 is late, 0 or more
    parameter integer LATE  = 0,  // 1: logic reads the words, a cycle later; 0: DSP slices do
    parameter integer WIDTH = 8,  // bits of a row's word
    parameter integer DEPTH = 16, // words
    parameter integer AW    = 4,  // bits of the address
    parameter integer BLOCK = 0,  // 1: block RAM, 0: LUTs
    parameter         FILE  = ""  // contents, in the folder that the tool runs in or SYSTOLE_MEM_DIR names
) (
    input  wire                  clk,
    input  wire [AW-1:0]         addr,
    output wire [ROWS*WIDTH-1:0] data
);
`ifdef MOTION_MEM_DIR
    localparam PLACE = {`MOTION_MEM_DIR, "/", FILE};
`else
    localparam PLACE = FILE;
`endif
    wire [AW-1:0] start;
    motion_delay #(.WIDTH(AW), .CYCLES(START + ((BLOCK != 0) ? 0 : LATE))) late (.clk(clk), .in(addr), .out(start));

    genvar j;
    generate
        if (BLOCK != 0) begin : g_block
            (* rom_style = "block" *) reg [ROWS*WIDTH-1:0] mem [0:DEPTH-1];
            reg  [ROWS*WIDTH-1:0] read;
            wire [ROWS*WIDTH-1:0] word;
            initial $readmemh(PLACE, mem);
            always @(posedge clk) read <= mem[start];
            motion_delay #(.WIDTH(ROWS*WIDTH), .CYCLES(LATE)) own (.clk(clk), .in(read), .out(word));
            for (j = 0; j < ROWS; j = j + 1) begin : g_row
                motion_delay #(.WIDTH(WIDTH), .CYCLES(j)) wait_turn
                    (.clk(clk), .in(word[j*WIDTH +: WIDTH]), .out(data[j*WIDTH +: WIDTH]));
            end
        end else begin : g_distributed
            (* ROM_STYLE = "distributed", logic_block *) reg [ROWS*WIDTH-1:0] mem [0:DEPTH-1];
            wire [ROWS*AW-1:0] addrs;
            initial $readmemh(PLACE, mem);
            for (j = 0; j < ROWS; j = j + 1) begin : g_row
                if (j == 0) begin : g_first
                    assign addrs[AW-1:0] = start;
                end else begin : g_next
                    reg [AW-1:0] row_addr;
                    always @(posedge clk) row_addr <= addrs[(j-1)*AW +: AW];
                    assign addrs[j*AW +: AW] = row_addr;
                end
                wire [ROWS*WIDTH-1:0] word = mem[addrs[j*AW +: AW]];
                wire unused = &{1'b0, word};
                reg  [WIDTH-1:0] row_word;
                always @(posedge clk) row_word <= word[j*WIDTH +: WIDTH];
                assign data[j*WIDTH +: WIDTH] = row_word;
            end
        end
    endgenerate
endmodule
`default_nettype wire
