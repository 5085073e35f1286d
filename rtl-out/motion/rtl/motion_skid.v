// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_skid: ends the path of a stream's ready signals at a register.
// A beat that comes while the reader is busy waits beside the stream; all others pass through.
// Control bits are kept once for each slice of SLICE bits, so that no net grows with the width of a beat; all slices
// behave alike.
// Latency: 0 cycles.
// Throughput: 1 beat a cycle.
// Combinational: out_data and out_valid from in_data and in_valid.
// Reset: drops the beat that waits.
`default_nettype none
module motion_skid #(
    parameter integer WIDTH = 8, // bits of a beat
    parameter integer SLICE = 72 // bits of a slice
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
    genvar s;
    generate
        for (s = 0; s < WIDTH; s = s + SLICE) begin : g_slice
            localparam integer BITS = (WIDTH - s < SLICE) ? WIDTH - s : SLICE;
            (* keep = "true" *) reg empty = 1'b1; // no beat waits
            reg [BITS-1:0] data;
            always @(posedge clk)
                if (empty) data <= in_data[s +: BITS];
            always @(posedge clk)
                if (rst) empty <= 1'b1;
                else empty <= out_ready || (empty && !in_valid);
            assign out_data[s +: BITS] = empty ? in_data[s +: BITS] : data;
`ifdef FORMAL
            always @* assert (empty == in_ready);
`endif
        end
    endgenerate

    assign in_ready  = g_slice[0].empty;
    assign out_valid = in_valid || !in_ready;

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // A beat that is taken and does not go on is the next one to go on.
    reg [WIDTH-1:0] f_data;
    reg             f_owed = 1'b0;
    always @(posedge clk) begin
        if (in_valid && in_ready) f_data <= in_data;
        f_owed <= !rst && !out_ready && (f_owed || in_valid);
    end
    always @* begin
        assert (in_ready == !f_owed && out_valid == (f_owed || in_valid));
        if (out_valid) assert (out_data == (f_owed ? f_data : in_data));
    end
`endif
endmodule
`default_nettype wire
