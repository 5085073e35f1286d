// systole_widen: joins RATIO beats into one, the first lowest.
// Latency 1 after the last part, 1 part/cycle. in_ready is combinational in out_ready. rst clears valid and count only.
`default_nettype none
module systole_widen #(
    parameter integer WIDTH = 8, // bits of an incoming beat
    parameter integer RATIO = 2  // incoming beats per outgoing one, at least 2
) (
    input  wire                   clk,
    input  wire                   rst,
    input  wire [WIDTH-1:0]       in_data,
    input  wire                   in_valid,
    output wire                   in_ready,
    output wire [WIDTH*RATIO-1:0] out_data,
    output wire                   out_valid,
    input  wire                   out_ready
);
    localparam integer CW = $clog2(RATIO);
    localparam [CW-1:0] LAST = RATIO[CW-1:0] - 1'b1;

    reg [CW-1:0]          count = {CW{1'b0}};
    reg [WIDTH*RATIO-1:0] data;
    reg                   valid = 1'b0;

    assign in_ready  = !valid || out_ready;
    assign out_valid = valid;
    assign out_data  = data;

    wire take = in_valid && in_ready;

    always @(posedge clk)
        if (take) data <= {in_data, data[WIDTH*RATIO-1:WIDTH]};

    always @(posedge clk)
        if (rst) begin
            count <= {CW{1'b0}};
            valid <= 1'b0;
        end else begin
            if (take) count <= (count == LAST) ? {CW{1'b0}} : count + 1'b1;
            if (take) valid <= (count == LAST);
            else if (out_ready) valid <= 1'b0;
        end

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH*RATIO)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // Any one of the parts comes out in its place.
    (* anyconst *) wire [CW-1:0] f_part;
    reg  [WIDTH-1:0] f_data;
    wire [CW:0]      f_place = valid ? f_part : RATIO - count + f_part;
    always @(posedge clk) if (take && count == f_part) f_data <= in_data;
    always @* begin
        assume (f_part < RATIO);
        assert (count < RATIO && (!valid || count == 0));
        if (valid || f_part < count) assert (data[f_place*WIDTH +: WIDTH] == f_data);
    end
`endif
endmodule
`default_nettype wire
