// systole_trim: lets the first KEEP of each KEEP + DROP beats pass and drops the others.
// Control bits are kept once for each slice of SLICE bits, so that no net grows with the width of a beat; all slices
// behave alike.
// Latency: 1 cycle.
// Throughput: 1 beat a cycle.
// Combinational: in_ready from out_ready.
// Reset: clears valid and the count.
`default_nettype none
module systole_trim #(
    parameter integer WIDTH = 8, // bits of a beat
    parameter integer KEEP  = 3, // beats that go on
    parameter integer DROP  = 1, // beats behind them that are dropped
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
    localparam integer ROUND = KEEP + DROP;
    localparam integer CW    = $clog2(ROUND);
    localparam [CW-1:0] LAST_KEPT = KEEP[CW-1:0] - 1'b1;
    localparam [CW-1:0] LAST      = ROUND[CW-1:0] - 1'b1;

    reg [CW-1:0] place    = {CW{1'b0}}; // place of the next beat in its round
    reg          dropping = 1'b0;       // the next beat is dropped
    wire take = in_valid && in_ready;
    wire goes_on = in_valid && !dropping;

    always @(posedge clk)
        if (rst) begin
            place    <= {CW{1'b0}};
            dropping <= 1'b0;
        end else if (take) begin
            place    <= (place == LAST) ? {CW{1'b0}} : place + 1'b1;
            dropping <= (place == LAST_KEPT) || (dropping && place != LAST);
        end

    genvar s;
    generate
        for (s = 0; s < WIDTH; s = s + SLICE) begin : g_slice
            localparam integer BITS = (WIDTH - s < SLICE) ? WIDTH - s : SLICE;
            reg  [BITS-1:0] data;
            wire free, valid;
            wire unused_valid = &{1'b0, valid}; // only that of the first slice is read
            systole_stage stage
                (.clk(clk), .rst(rst), .in_valid(goes_on), .in_ready(free), .out_valid(valid), .out_ready(out_ready));
            always @(posedge clk)
                if (free) data <= in_data[s +: BITS];
            assign out_data[s +: BITS] = data;
`ifdef FORMAL
            always @* assert (valid == out_valid);
`endif
        end
    endgenerate

    assign in_ready  = dropping || g_slice[0].free;
    assign out_valid = g_slice[0].valid;

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // Of each round the first KEEP beats come out, each once, and no other does.
    reg [WIDTH-1:0] f_data;        // the last beat that went on
    reg             f_owed = 1'b0; // which has not come out yet
    wire            f_goes_on = take && place < KEEP;
    always @(posedge clk) begin
        if (f_goes_on) f_data <= in_data;
        f_owed <= !rst && (f_goes_on || (f_owed && !out_ready));
    end
    always @* begin
        assert (place < ROUND && dropping == (place >= KEEP));
        assert (out_valid == f_owed && (!out_valid || out_data == f_data));
        assert (!f_goes_on || !f_owed || out_ready);
    end
`endif
endmodule
`default_nettype wire
