// systole_concat: joins streams: CHUNKS[i] beats from input i, for each input in turn.
// Control bits are kept once for each slice of SLICE bits, so that no net grows with the width of a beat; all slices
// behave alike.
// Golden: ConcatGolden.
// Latency: 0 cycles.
// Throughput: 1 beat a cycle.
// Combinational: in_ready from out_ready; out_valid and out_data from in_valid and in_data.
// Reset: starts again at input 0.
`default_nettype none
module systole_concat #(
    parameter integer WIDTH  = 8, // bits of a beat
    parameter integer INPUTS = 2, // inputs, at least 2
    parameter [32*INPUTS-1:0] CHUNKS = {INPUTS{32'd1}}, // beats of each input in a round, input 0 lowest
    parameter integer SLICE  = 72 // bits of a slice
) (
    input  wire                    clk,
    input  wire                    rst,
    input  wire [WIDTH*INPUTS-1:0] in_data,
    input  wire [INPUTS-1:0]       in_valid,
    output wire [INPUTS-1:0]       in_ready,
    output wire [WIDTH-1:0]        out_data,
    output wire                    out_valid,
    input  wire                    out_ready
);
    localparam integer SW = $clog2(INPUTS);
    localparam [SW-1:0] FINAL = INPUTS[SW-1:0] - 1'b1;

    reg  [SW-1:0] select = {SW{1'b0}};
    wire [INPUTS-1:0] ends;
    wire step = out_valid && out_ready;

    wire [SW-1:0] next = !ends[select] ? select : (select == FINAL) ? {SW{1'b0}} : select + 1'b1;
    assign out_valid = in_valid[select];

    genvar i, s;
    generate
        for (i = 0; i < INPUTS; i = i + 1) begin : g_input
            wire here = (select == i[SW-1:0]);
            assign in_ready[i] = here && out_ready;
            systole_counter #(.COUNT(CHUNKS[32*i +: 32])) chunk (.clk(clk), .rst(rst), .step(step && here), .last(ends[i]));
        end
        for (s = 0; s < WIDTH; s = s + SLICE) begin : g_slice
            localparam integer BITS = (WIDTH - s < SLICE) ? WIDTH - s : SLICE;
            wire [SW-1:0] from;
            systole_copy #(.WIDTH(SW)) copy (.clk(clk), .rst(rst), .en(step), .in(next), .out(from));
            for (i = 0; i < INPUTS; i = i + 1) begin : g_choice
                wire [BITS-1:0] taken; // the beat chosen among the inputs up to this one
                if (i == 0) begin : g_first
                    assign taken = in_data[s +: BITS];
                end else begin : g_other
                    assign taken = (from == i[SW-1:0]) ? in_data[i*WIDTH + s +: BITS] : g_choice[i-1].taken;
                end
            end
            assign out_data[s +: BITS] = g_choice[INPUTS-1].taken;
`ifdef FORMAL
            always @* assert (from == select);
`endif
        end
    endgenerate

    always @(posedge clk)
        if (rst) select <= {SW{1'b0}};
        else if (step) select <= next;

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // Whenever a beat goes out, exactly one comes in.
    always @* assert (select <= FINAL && (in_valid & in_ready) == (step ? 1'b1 << select : 0));
    generate
        for (i = 0; i < INPUTS; i = i + 1) begin : f_input
            stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in (.clk(clk), .rst(rst),
                .data(in_data[i*WIDTH +: WIDTH]), .valid(in_valid[i]), .ready(in_ready[i]));
        end
    endgenerate
`endif
endmodule
`default_nettype wire
