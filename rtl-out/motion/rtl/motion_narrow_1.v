// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_narrow: splits each beat into RATIO parts, the lowest first.
// Control bits are kept once for each slice of about SLICE bits, so that no net grows with the width of a beat; all
// slices behave alike.
// Latency: 1 cycle.
// Throughput: 1 part a cycle.
// Combinational: none.
// Reset: clears valid and the count.
`default_nettype none
module motion_narrow_1 #(
    parameter integer WIDTH = 8, // bits of an outgoing beat
    parameter integer RATIO = 2, // outgoing beats per incoming one, at least 2
    parameter integer SLICE = 72 // bits of a slice of an incoming beat
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
    localparam integer CW   = $clog2(RATIO);
    localparam integer MORE = RATIO - 1;
    localparam integer PART = (SLICE > RATIO) ? SLICE / RATIO : 1; // bits of a slice of a part

    wire [WIDTH-1:0] part_data;
    wire part_valid, part_ready;

    genvar s, p;
    generate
        for (s = 0; s < WIDTH; s = s + PART) begin : g_slice
            localparam integer BITS = (WIDTH - s < PART) ? WIDTH - s : PART;
            reg  last = 1'b1;   // the part that is offered is the last of its beat
            reg  [CW-1:0] more; // parts behind it if it is not the last
            reg  [BITS*RATIO-1:0] data;
            wire [BITS*RATIO-1:0] beat;
            wire free, valid;
            wire unused_valid = &{1'b0, valid}; // only that of the first slice is read
            motion_stage stage
                (.clk(clk), .rst(rst), .in_valid(in_valid || !last), .in_ready(free),
                 .out_valid(valid), .out_ready(part_ready));

            for (p = 0; p < RATIO; p = p + 1) begin : g_part
                assign beat[p*BITS +: BITS] = in_data[p*WIDTH + s +: BITS];
            end
            assign part_data[s +: BITS] = data[BITS-1:0];

            always @(posedge clk)
                if (free) data <= last ? beat : {data[BITS-1:0], data[BITS*RATIO-1:BITS]};
            always @(posedge clk)
                if (rst) last <= 1'b1;
                else if (free) last <= last ? !in_valid : (more == {{(CW-1){1'b0}}, 1'b1});
            always @(posedge clk)
                if (free) more <= last ? MORE[CW-1:0] : more - 1'b1;
`ifdef FORMAL
            always @* begin
                assert (last == f_last && valid == part_valid && (last || more == f_more));
                if (valid && f_gone <= f_part)
                    assert (data[(f_part - f_gone)*BITS +: BITS] == f_data[s +: BITS]);
            end
`endif
        end
    endgenerate

    assign in_ready   = g_slice[0].free && g_slice[0].last;
    assign part_valid = g_slice[0].valid;

    motion_skid #(.WIDTH(WIDTH)) skid (
        .clk(clk), .rst(rst),
        .in_data(part_data), .in_valid(part_valid), .in_ready(part_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH*RATIO), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // Whichever part f_part stands for comes out in its turn.
    (* anyconst *) wire [CW-1:0] f_part;
    reg  [WIDTH-1:0] f_data;
    wire             f_last = g_slice[0].last;
    wire [CW-1:0]    f_more = f_last ? {CW{1'b0}} : g_slice[0].more;
    wire [CW-1:0]    f_gone = MORE[CW-1:0] - f_more;
    always @(posedge clk) if (in_valid && in_ready) f_data <= in_data[f_part*WIDTH +: WIDTH];
    always @* begin
        assume (f_part < RATIO);
        assert (f_more < RATIO && f_last == (f_more == 0) && (part_valid || f_last));
        if (part_valid && f_gone == f_part) assert (part_data == f_data);
    end
`endif
endmodule
`default_nettype wire
