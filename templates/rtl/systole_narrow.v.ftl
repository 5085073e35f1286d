// systole_narrow: splits one beat into RATIO, the lowest first.
// Latency 1, 1 part/cycle. in_ready is combinational in out_ready. rst clears the count only.
`default_nettype none
module systole_narrow #(
    parameter integer WIDTH = 8, // bits of an outgoing beat
    parameter integer RATIO = 2  // outgoing beats per incoming one, at least 2
) (
    input  wire                   clk,
    input  wire                   rst,
    input  wire [WIDTH*RATIO-1:0] in_data,
    input  wire                   in_valid,
    output wire                   in_ready,
    output wire [WIDTH-1:0]       out_data,
    output wire                   out_valid,
    input  wire                   out_ready
);
    localparam integer CW = $clog2(RATIO + 1);

    reg [CW-1:0]          left = {CW{1'b0}}; // parts not yet taken
    reg [WIDTH*RATIO-1:0] data;

    assign out_valid = (left != {CW{1'b0}});
    assign out_data  = data[WIDTH-1:0];
    assign in_ready  = !out_valid || (out_ready && left == {{(CW-1){1'b0}}, 1'b1});

    wire load = in_valid && in_ready;
    wire step = out_valid && out_ready;

    always @(posedge clk)
        if (load) data <= in_data;
        else if (step) data <= {{WIDTH{1'b0}}, data[WIDTH*RATIO-1:WIDTH]};

    always @(posedge clk)
        if (rst) left <= {CW{1'b0}};
        else if (load) left <= RATIO[CW-1:0];
        else if (step) left <= left - 1'b1;

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH*RATIO), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // Any one of the parts comes out in its turn.
    (* anyconst *) wire [CW-1:0] f_part;
    reg  [WIDTH-1:0] f_data;
    wire [CW-1:0]    f_gone = RATIO - left;
    always @(posedge clk) if (load) f_data <= in_data[f_part*WIDTH +: WIDTH];
    always @* begin
        assume (f_part < RATIO);
        assert (left <= RATIO);
        if (out_valid && f_gone <= f_part) assert (data[(f_part - f_gone)*WIDTH +: WIDTH] == f_data);
        if (out_valid && f_gone == f_part) assert (out_data == f_data);
    end
`endif
endmodule
`default_nettype wire
