// systole_lookup: replaces each element by its entry in a table, which is addressed by the element's bits.
// Golden: LookupGolden.
// Latency: 1 cycle.
// Throughput: 1 beat a cycle.
// Combinational: in_ready from out_ready.
// Reset: clears valid.
`default_nettype none
module systole_lookup #(
    parameter integer LANES    = 1,  // elements of a beat
    parameter integer IN_BITS  = 8,  // bits of an incoming element
    parameter integer OUT_BITS = 8,  // bits of an entry
    parameter         FILE     = "", // the table: 2^IN_BITS entries, hexadecimal, one a line; its folder as in systole_rom
    parameter integer SLICE    = 8   // lanes of a slice
) (
    input  wire                      clk,
    input  wire                      rst,
    input  wire [LANES*IN_BITS-1:0]  in_data,
    input  wire                      in_valid,
    output wire                      in_ready,
    output wire [LANES*OUT_BITS-1:0] out_data,
    output wire                      out_valid,
    input  wire                      out_ready
);
`ifdef SYSTOLE_MEM_DIR
    localparam PLACE = {`SYSTOLE_MEM_DIR, "/", FILE};
`else
    localparam PLACE = FILE;
`endif
    // Each slice has a handshake of its own, so that no net grows with the width of a beat; all slices behave alike.
    genvar i, s;
    generate
        for (s = 0; s < LANES; s = s + SLICE) begin : g_slice
            wire free, valid;
            wire unused_valid = &{1'b0, valid}; // only that of the first slice is read
            systole_stage stage
                (.clk(clk), .rst(rst), .in_valid(in_valid), .in_ready(free), .out_valid(valid), .out_ready(out_ready));
            for (i = s; i < LANES && i < s + SLICE; i = i + 1) begin : g_lane
                (* ROM_STYLE = "distributed", logic_block *) reg [OUT_BITS-1:0] table_mem [0:(1<<IN_BITS)-1];
                reg [OUT_BITS-1:0] entry;
                initial $readmemh(PLACE, table_mem);
                always @(posedge clk) if (free) entry <= table_mem[in_data[i*IN_BITS +: IN_BITS]];
                assign out_data[i*OUT_BITS +: OUT_BITS] = entry;
            end
`ifdef FORMAL
            always @* assert (valid == out_valid);
`endif
        end
    endgenerate

    assign in_ready  = g_slice[0].free;
    assign out_valid = g_slice[0].valid;

`ifdef FORMAL
    stream_contract #(.WIDTH(LANES*IN_BITS), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(LANES*OUT_BITS)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
`endif
endmodule
`default_nettype wire
