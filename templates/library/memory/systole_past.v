// systole_past: a slice of the ring of a systole_history, with its own address and enables.
// A beat is either written to the ring as it is passed on, or read from it. Either way the address moves on to addr_next.
// Latency: 1 cycle.
// Throughput: 1 beat a cycle.
// Combinational: free from out_ready.
// Reset: clears valid and the address; the memory keeps its contents.
`default_nettype none
module systole_past #(
    parameter integer WIDTH = 8, // bits of the slice of a beat
    parameter integer DEPTH = 6, // beats of the ring, at least 2
    parameter integer AW    = 3, // bits of an address
    parameter integer BLOCK = 0  // memory: 2: UltraRAM, 1: block RAM, 0: LUT RAM
) (
    input  wire             clk,
    input  wire             rst,
    input  wire [WIDTH-1:0] in_data,
    input  wire [WIDTH-1:0] first_data, // the beat in place of one that is to come
    input  wire             recent,     // in_data is passed on, and not first_data
    input  wire             offers,     // there is a beat to pass on or to read
    input  wire             writes,     // it is passed on and written, and not read
    output wire             free,       // it is taken in this cycle
    input  wire [AW-1:0]    addr_next,
    output wire [AW-1:0]    addr,
    output wire [WIDTH-1:0] out_data,
    output wire             out_valid,
    input  wire             out_ready
);
    (* keep = "true" *) reg [AW-1:0] own_addr = {AW{1'b0}};
    reg  [WIDTH-1:0] passed;
    wire [WIDTH-1:0] stored;
    wire from_ring;
    wire [WIDTH-1:0] data = recent ? in_data : first_data;

    assign addr     = own_addr;
    assign out_data = from_ring ? stored : passed;

    systole_stage stage
        (.clk(clk), .rst(rst), .in_valid(offers), .in_ready(free), .out_valid(out_valid), .out_ready(out_ready));
    systole_copy copy_from (.clk(clk), .rst(rst), .en(free), .in(!writes), .out(from_ring));

    systole_ram #(.WIDTH(WIDTH), .DEPTH(DEPTH), .AW(AW), .BLOCK(BLOCK)) ram (
        .clk(clk), .wr_en(offers && free && writes), .wr_addr(own_addr), .wr_data(data),
        .rd_en(free && !writes), .rd_addr(own_addr), .rd_data(stored)
    );

    always @(posedge clk) begin
        if (free) passed <= data;
        if (rst) own_addr <= {AW{1'b0}};
        else if (offers && free) own_addr <= addr_next;
    end

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // What was passed on is what leaves, and is what the ring holds where it was written.
    (* anyconst *) wire [AW-1:0] f_addr;
    reg             f_written = 1'b0;
    reg             f_passed  = 1'b0;
    reg             f_read    = 1'b0;
    reg [WIDTH-1:0] f_word, f_out_word, f_then;
    always @(posedge clk) begin
        if (offers && free && writes && own_addr == f_addr) {f_written, f_word} <= {1'b1, data};
        if (free) begin
            {f_passed, f_out_word} <= {writes, data};
            {f_read, f_then} <= {!writes && f_written && own_addr == f_addr, f_word};
        end
    end
    always @* begin
        if (out_valid && f_passed && from_ring == 1'b0) assert (out_data == f_out_word);
        assert (!(f_passed && f_read));
    end
`endif
endmodule
`default_nettype wire
