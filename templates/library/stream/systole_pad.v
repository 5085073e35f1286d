// systole_pad: puts a border of VALUE around each frame.
// The part of the border that stands before the frame's first pixel waits for that pixel. Control bits are kept once
// for each slice of SLICE bits, so that no net grows with the width of a beat; all slices behave alike.
// Golden: PadGolden.
// Latency: 0 cycles.
// Throughput: 1 beat a cycle.
// Combinational: in_ready from out_ready; out_valid and out_data from in_valid and in_data.
// Reset: starts a new frame.
`default_nettype none
module systole_pad #(
    parameter integer WIDTH  = 8, // bits of a beat
    parameter integer BEATS  = 1, // beats of a pixel
    parameter integer IN_H   = 4, // input height, pixels
    parameter integer IN_W   = 4, // input width, pixels
    parameter integer TOP    = 1, // rows added above, 0 or more
    parameter integer BOTTOM = 1, // rows added below, 0 or more
    parameter integer LEFT   = 1, // columns added on the left, 0 or more
    parameter integer RIGHT  = 1, // columns added on the right, 0 or more
    parameter [WIDTH-1:0] VALUE = {WIDTH{1'b0}}, // beat of the border
    parameter integer SLICE  = 72 // bits of a slice
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
    localparam integer OUT_H = TOP + IN_H + BOTTOM;
    localparam integer OUT_W = LEFT + IN_W + RIGHT;
    localparam integer YW = $clog2(OUT_H + 1) + 1;
    localparam integer XW = $clog2(OUT_W + 1) + 1;
    localparam integer Y_END = TOP + IN_H;
    localparam integer X_END = LEFT + IN_W;

    reg  signed [YW-1:0] y = {YW{1'b0}};
    reg  signed [XW-1:0] x = {XW{1'b0}};
    wire end_beat, end_x, end_y;
    wire step   = out_valid && out_ready;
    wire signed [XW-1:0] next_x = !end_beat ? x : end_x ? {XW{1'b0}} : x + 1'b1;
    wire signed [YW-1:0] next_y = !(end_beat && end_x) ? y : end_y ? {YW{1'b0}} : y + 1'b1;
    wire next_in_frame = (next_y >= $signed(TOP[YW-1:0])) && (next_y < $signed(Y_END[YW-1:0]))
                      && (next_x >= $signed(LEFT[XW-1:0])) && (next_x < $signed(X_END[XW-1:0]));
    reg  in_frame = (TOP == 0 && LEFT == 0); // the next beat belongs to the frame, not to the border
    reg  started = 1'b0; // the frame's first pixel has come

    assign out_valid = in_valid || (started && !in_frame);
    assign in_ready  = in_frame && out_ready;

    systole_counter #(.COUNT(BEATS)) c_beat (.clk(clk), .rst(rst), .step(step), .last(end_beat));
    systole_counter #(.COUNT(OUT_W)) c_x (.clk(clk), .rst(rst), .step(step && end_beat), .last(end_x));
    systole_counter #(.COUNT(OUT_H)) c_y (.clk(clk), .rst(rst), .step(step && end_beat && end_x), .last(end_y));

    always @(posedge clk)
        if (rst) begin
            y        <= {YW{1'b0}};
            x        <= {XW{1'b0}};
            in_frame <= (TOP == 0 && LEFT == 0);
            started  <= 1'b0;
        end else if (step) begin
            y        <= next_y;
            x        <= next_x;
            in_frame <= next_in_frame;
            started  <= (started || in_frame) && !(end_beat && end_x && end_y);
        end

    genvar s;
    generate
        for (s = 0; s < WIDTH; s = s + SLICE) begin : g_slice
            localparam integer BITS = (WIDTH - s < SLICE) ? WIDTH - s : SLICE;
            wire framed;
            systole_copy #(.INIT(TOP == 0 && LEFT == 0)) copy (.clk(clk), .rst(rst), .en(step), .in(next_in_frame), .out(framed));
            assign out_data[s +: BITS] = framed ? in_data[s +: BITS] : VALUE[s +: BITS];
`ifdef FORMAL
            always @* assert (framed == in_frame);
`endif
        end
    endgenerate

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    always @* assert (in_frame == (y >= TOP && y < Y_END && x >= LEFT && x < X_END));
    // A beat of the frame goes out in the cycle in which it comes in; while one of the border goes out, none comes in.
    always @* assert ((in_valid && in_ready) == (step && in_frame) && (!step || out_data == (in_frame ? in_data : VALUE)));
`endif
endmodule
`default_nettype wire
