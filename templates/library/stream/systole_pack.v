// systole_pack: joins the beats of each block of BEATS into words of RATIO beats, the first lowest.
// The last word of a block is filled up with zeros. Control bits are kept once for each slice of about SLICE bits, so
// that no net grows with the width of a beat; all slices behave alike.
// Latency: 1 cycle after a word's last beat; with RATIO = 1 it is a wire.
// Throughput: 1 incoming beat a cycle.
// Combinational: none; with RATIO = 1 in_ready from out_ready, and out_valid and out_data from in_valid and in_data.
// Reset: clears valid and the counts.
`default_nettype none
module systole_pack #(
    parameter integer WIDTH = 8,  // bits of an incoming beat
    parameter integer RATIO = 4,  // incoming beats of a word
    parameter integer BEATS = 10, // incoming beats of a block
    parameter integer SLICE = 72  // bits of a slice of a word
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
    genvar i, s;
    generate
        if (RATIO == 1) begin : g_wire
            wire unused = &{1'b0, clk, rst};
            assign out_data  = in_data;
            assign out_valid = in_valid;
            assign in_ready  = out_ready;
        end else begin : g_pack
            localparam integer CW   = $clog2(RATIO);
            localparam integer PART = (SLICE > RATIO) ? SLICE / RATIO : 1; // bits of a slice of a part
            localparam [CW-1:0] LAST = RATIO[CW-1:0] - 1'b1;
            wire [WIDTH-1:0] part_data;
            wire part_valid, part_ready, end_block;
            systole_skid #(.WIDTH(WIDTH)) skid (
                .clk(clk), .rst(rst),
                .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
                .out_data(part_data), .out_valid(part_valid), .out_ready(part_ready)
            );
            systole_counter #(.COUNT(BEATS)) beats
                (.clk(clk), .rst(rst), .step(part_valid && part_ready), .last(end_block));

            for (s = 0; s < WIDTH; s = s + PART) begin : g_slice
                localparam integer BITS = (WIDTH - s < PART) ? WIDTH - s : PART;
                (* keep = "true" *) reg [CW-1:0] place = {CW{1'b0}}; // place of the next part in its word
                wire free, valid;
                wire unused_valid = &{1'b0, valid}; // only that of the first slice is read
                wire end_word = (place == LAST) || end_block;
                systole_stage stage
                    (.clk(clk), .rst(rst), .in_valid(part_valid && end_word), .in_ready(free),
                     .out_valid(valid), .out_ready(out_ready));

                for (i = 0; i < RATIO; i = i + 1) begin : g_part
                    reg [BITS-1:0] data;
                    always @(posedge clk) // a part is written in every cycle until it comes in
                        if (free && place == i[CW-1:0]) data <= part_data[s +: BITS];
                        else if (free && place == {CW{1'b0}}) data <= {BITS{1'b0}};
                    assign out_data[i*WIDTH + s +: BITS] = data;
                end

                always @(posedge clk)
                    if (rst) place <= {CW{1'b0}};
                    else if (part_valid && free) place <= end_word ? {CW{1'b0}} : place + 1'b1;
            end

            assign part_ready = g_slice[0].free;
            assign out_valid  = g_slice[0].valid;

`ifdef FORMAL
            // Whichever part f_part stands for comes out in its place, or a zero where a word has no such part.
            (* anyconst *) wire [CW-1:0] f_part;
            wire [CW-1:0]    f_place = g_slice[0].place;
            reg  [WIDTH-1:0] f_data;
            always @(posedge clk)
                if (part_valid && part_ready && f_place == f_part) f_data <= part_data;
                else if (part_valid && part_ready && f_place == {CW{1'b0}}) f_data <= {WIDTH{1'b0}};
            always @* begin
                assume (f_part < RATIO);
                assert (f_place < RATIO && (!out_valid || f_place == 0));
                if (out_valid || f_part < f_place) assert (out_data[f_part*WIDTH +: WIDTH] == f_data);
                if (!out_valid && f_place != 0 && f_part >= f_place) assert (f_data == 0);
                if (!out_valid && f_place != 0 && f_part > f_place) assert (out_data[f_part*WIDTH +: WIDTH] == 0);
            end
            for (s = 0; s < WIDTH; s = s + PART) begin : f_slice
                always @* assert (g_slice[s].place == f_place && g_slice[s].valid == out_valid);
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
