// systole_select: lets some beats pass and drops the others; of a beat that passes, some elements come out.
// A beat has a place in each of LEVELS levels, one inside the other. It passes if every level keeps its place: COUNTS[i] of
// SIZES[i] places from FIRSTS[i] on, STEPS[i] apart.
// Golden: SliceGolden, TransposeGolden.
// Latency: 0 cycles.
// Throughput: 1 beat in a cycle.
// Combinational: in_ready from out_ready; out_valid and out_data from in_valid and in_data.
// Reset: starts a new frame.
`default_nettype none
module systole_select #(
    parameter integer BITS   = 8, // bits of an element
    parameter integer LANES  = 2, // elements of a beat
    parameter integer PICKS  = 2, // elements of it that come out
    parameter [32*PICKS-1:0] PICK = {32'd1, 32'd0}, // which ones, the first lowest
    parameter integer LEVELS = 2, // levels
    parameter [32*LEVELS-1:0] SIZES  = {32'd4, 32'd3}, // places of each level, the innermost lowest
    parameter [32*LEVELS-1:0] FIRSTS = {32'd1, 32'd0}, // the first place that is kept, likewise
    parameter [32*LEVELS-1:0] COUNTS = {32'd2, 32'd3}, // places that are kept
    parameter [32*LEVELS-1:0] STEPS  = {32'd2, 32'd1}  // from one of them to the next
) (
    input  wire                  clk,
    input  wire                  rst,
    input  wire [LANES*BITS-1:0] in_data,
    input  wire                  in_valid,
    output wire                  in_ready,
    output wire [PICKS*BITS-1:0] out_data,
    output wire                  out_valid,
    input  wire                  out_ready
);
    wire [LEVELS-1:0] keeps;
    wire kept = &keeps;
    wire take = in_valid && in_ready;
    wire unused = &{1'b0, in_data};

    assign out_valid = in_valid && kept;
    assign in_ready  = out_ready || !kept;

    genvar i;
    generate
        for (i = 0; i < LEVELS; i = i + 1) begin : g_level
            wire step, last, ends;
            if (i == 0) begin : g_inner
                assign step = take;
            end else begin : g_outer
                assign step = g_level[i-1].ends;
            end
            assign ends = step && last;
            wire unused_ends = &{1'b0, ends};
            systole_span #(
                .SIZE(SIZES[32*i +: 32]), .FIRST(FIRSTS[32*i +: 32]), .COUNT(COUNTS[32*i +: 32]), .STEP(STEPS[32*i +: 32])
            ) span (.clk(clk), .rst(rst), .step(step), .last(last), .keeps(keeps[i]));
        end
        for (i = 0; i < PICKS; i = i + 1) begin : g_pick
            assign out_data[i*BITS +: BITS] = in_data[PICK[32*i +: 32]*BITS +: BITS];
        end
    endgenerate

`ifdef FORMAL
    stream_contract #(.WIDTH(LANES * BITS), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(PICKS * BITS)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // A beat that is kept goes out in the cycle in which it comes in, and no other does.
    always @* assert ((out_valid && out_ready) == (take && kept));
`endif
endmodule
`default_nettype wire
