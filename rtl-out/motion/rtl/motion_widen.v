// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_widen: joins RATIO beats into one, the first lowest.
// Control bits are kept once for each slice of about SLICE bits, so that no net grows with the width of a beat; all
// slices behave alike.
// Latency: 1 cycle after the last part.
// Throughput: 1 part a cycle.
// Combinational: none.
// Reset: clears valid and the count.
`default_nettype none
module motion_widen #(
    parameter integer WIDTH = 8, // bits of an incoming beat
    parameter integer RATIO = 2, // incoming beats per outgoing one, at least 2
    parameter integer SLICE = 72 // bits of a slice of an outgoing beat
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
    localparam integer CW   = $clog2(RATIO);
    localparam integer PART = (SLICE > RATIO) ? SLICE / RATIO : 1; // bits of a slice of a part
    localparam [CW-1:0] LAST = RATIO[CW-1:0] - 1'b1;

    wire [WIDTH-1:0] part_data;
    wire part_valid, part_ready;
    motion_skid #(.WIDTH(WIDTH)) skid (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .out_data(part_data), .out_valid(part_valid), .out_ready(part_ready)
    );

    genvar s, p;
    generate
        for (s = 0; s < WIDTH; s = s + PART) begin : g_slice
            localparam integer BITS = (WIDTH - s < PART) ? WIDTH - s : PART;
            (* keep = "true" *) reg [CW-1:0] count = {CW{1'b0}};
            reg  [BITS*RATIO-1:0] data;
            wire free, valid;
            wire unused_valid = &{1'b0, valid}; // only that of the first slice is read
            wire take = part_valid && free;
            wire last = (count == LAST);
            motion_stage stage
                (.clk(clk), .rst(rst), .in_valid(part_valid && last), .in_ready(free),
                 .out_valid(valid), .out_ready(out_ready));

            always @(posedge clk)
                if (take) data <= {part_data[s +: BITS], data[BITS*RATIO-1:BITS]};
            always @(posedge clk)
                if (rst) count <= {CW{1'b0}};
                else if (take) count <= last ? {CW{1'b0}} : count + 1'b1;

            for (p = 0; p < RATIO; p = p + 1) begin : g_part
                assign out_data[p*WIDTH + s +: BITS] = data[p*BITS +: BITS];
            end
`ifdef FORMAL
            always @* assert (count == f_count && valid == out_valid);
`endif
        end
    endgenerate

    assign part_ready = g_slice[0].free;
    assign out_valid  = g_slice[0].valid;

`ifdef FORMAL
    wire [CW-1:0] f_count = g_slice[0].count;
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH*RATIO)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // Whichever part f_part stands for comes out in its place.
    (* anyconst *) wire [CW-1:0] f_part;
    reg  [WIDTH-1:0] f_data;
    wire [CW:0]      f_place = out_valid ? f_part : RATIO - f_count + f_part;
    always @(posedge clk) if (part_valid && part_ready && f_count == f_part) f_data <= part_data;
    always @* begin
        assume (f_part < RATIO);
        assert (f_count < RATIO && (!out_valid || f_count == 0));
        if (out_valid || f_part < f_count) assert (out_data[f_place*WIDTH +: WIDTH] == f_data);
    end
`endif
endmodule
`default_nettype wire
