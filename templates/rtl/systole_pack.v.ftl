// systole_pack: joins the beats of each block of BEATS into words of RATIO, the first lowest. The last word of a block
// is filled up with zeros.
// Latency 1 after a word's last part, 1 part/cycle; with RATIO = 1 a wire. in_ready is combinational in out_ready. rst
// clears valid and counts only.
`default_nettype none
module systole_pack #(
    parameter integer WIDTH = 8, // bits of an incoming beat
    parameter integer RATIO = 4, // incoming beats of a word, at least 1
    parameter integer BEATS = 10 // incoming beats of a block
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
    genvar i;
    generate
        if (RATIO == 1) begin : g_wire
            wire unused = &{1'b0, clk, rst};
            assign out_data  = in_data;
            assign out_valid = in_valid;
            assign in_ready  = out_ready;
        end else begin : g_pack
            localparam integer CW = $clog2(RATIO);
            localparam [CW-1:0] LAST = RATIO[CW-1:0] - 1'b1;
            reg  [CW-1:0]          place = {CW{1'b0}}; // of the next part
            reg  [WIDTH*RATIO-1:0] data;
            reg                    valid = 1'b0;
            wire end_block;
            wire take     = in_valid && in_ready;
            wire end_word = (place == LAST) || end_block;

            assign in_ready  = !valid || out_ready;
            assign out_valid = valid;
            assign out_data  = data;

            systole_counter #(.COUNT(BEATS)) beats (.clk(clk), .rst(rst), .step(take), .last(end_block));

            for (i = 0; i < RATIO; i = i + 1) begin : g_part
                always @(posedge clk)
                    if (take && place == i[CW-1:0]) data[i*WIDTH +: WIDTH] <= in_data;
                    else if (take && place == {CW{1'b0}}) data[i*WIDTH +: WIDTH] <= {WIDTH{1'b0}};
            end

            always @(posedge clk)
                if (rst) begin
                    place <= {CW{1'b0}};
                    valid <= 1'b0;
                end else begin
                    if (take) place <= end_word ? {CW{1'b0}} : place + 1'b1;
                    if (take) valid <= end_word;
                    else if (out_ready) valid <= 1'b0;
                end

`ifdef FORMAL
            // Any one of the parts comes out in its place; where a word has no such part, a zero.
            (* anyconst *) wire [CW-1:0] f_part;
            reg  [WIDTH-1:0] f_data;
            always @(posedge clk)
                if (take && place == f_part) f_data <= in_data;
                else if (take && place == {CW{1'b0}}) f_data <= {WIDTH{1'b0}};
            always @* begin
                assume (f_part < RATIO);
                assert (place < RATIO && (!valid || place == 0));
                if (valid || place != 0) assert (data[f_part*WIDTH +: WIDTH] == f_data);
            end
`endif
        end
    endgenerate

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH*RATIO)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
`endif
endmodule
`default_nettype wire
