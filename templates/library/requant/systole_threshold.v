// systole_threshold: requantizes sums, which come channel by channel, by counting the thresholds that they reach.
//   out = BASE + number of thresholds[c] that are at most in
//   word {c, i} of comparison s = threshold number ((2 * i + 1) << (Q - 1 - s)) - 1 of channel c, counted from 0
// A channel has 2^Q - 1 ascending thresholds, searched in Q = COMPARISONS comparisons. Comparison s has a memory of its
// own, FILE_s.mem, of 2^s words a channel. c moves on after every HOLD sums, modulo CHANNELS.
// Golden: Requantizers, in the form of ThresholdForm.
// Latency: 2 * Q + 2 cycles.
// Throughput: 1 sum a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears valid and the channel.
`default_nettype none
module systole_threshold #(
    parameter integer COMPARISONS     = 4,  // comparisons of a search (Q), 0 to 8
    parameter integer CHANNELS        = 16, // words of the first memory
    parameter integer HOLD            = 1,  // sums that share a channel
    parameter integer IN_BITS         = 24, // bits of a sum, signed
    parameter integer THRESHOLD_BITS  = 25, // bits of a threshold, signed, more than IN_BITS
    parameter integer OUT_BITS        = 8,  // bits of an element, up to 18
    parameter signed [17:0] BASE = -18'sd128, // the element where no threshold counts
    parameter integer BLOCK_STAGES = 0,  // so many of the last memories are block RAM, the others LUTs; 0 or more
    parameter         FILE         = ""  // contents of the memories: what their names begin with
) (
    input  wire                      clk,
    input  wire                      rst,
    input  wire signed [IN_BITS-1:0] in_data,
    input  wire                      in_valid,
    output reg  [OUT_BITS-1:0]       out_data,
    output wire                      out_valid
);
    localparam integer Q  = COMPARISONS;
    localparam integer CW = (CHANNELS == 1) ? 1 : $clog2(CHANNELS);

    systole_pipe #(.WIDTH(1), .CYCLES(2 * Q + 2)) pipe_valid (.clk(clk), .rst(rst), .in(in_valid), .out(out_valid));

    generate
        if (Q == 0) begin : g_constant
            wire unused = &{1'b0, in_data};
            always @(posedge clk) out_data <= BASE[OUT_BITS-1:0];
        end else begin : g_search
            localparam integer PLACE_BITS = CW + Q;
            // Before comparison s, place s is {zeros, channel, s bits of the count}: the address of its memory.
            reg  [CW-1:0]               channel = {CW{1'b0}};
            reg  [CW-1:0]               first_place;
            reg  [IN_BITS-1:0]          first_sum;
            wire [(Q+1)*PLACE_BITS-1:0] places;
            wire [(Q+1)*IN_BITS-1:0]    sums;
            wire                        held, wrap;

            systole_counter #(.COUNT(HOLD)) holds (.clk(clk), .rst(rst), .step(in_valid), .last(held));
            systole_counter #(.COUNT(CHANNELS)) channels
                (.clk(clk), .rst(rst), .step(in_valid && held), .last(wrap));
            always @(posedge clk) begin
                if (rst) channel <= {CW{1'b0}};
                else if (in_valid && held) channel <= wrap ? {CW{1'b0}} : channel + 1'b1;
                first_place <= channel;
                first_sum   <= in_data;
            end
            assign places[PLACE_BITS-1:0] = {{Q{1'b0}}, first_place};
            assign sums[IN_BITS-1:0]      = first_sum;

            genvar s;
            for (s = 0; s < Q; s = s + 1) begin : g_stage
                localparam [7:0] DIGIT = 8'h30 + s;
                localparam integer        IN_BLOCK = (s >= Q - BLOCK_STAGES) ? 1 : 0;
                localparam integer        AW = ((CHANNELS << s) == 1) ? 1 : $clog2(CHANNELS << s);
                reg  [PLACE_BITS-2:0]     place_1;
                reg  [PLACE_BITS-1:0]     place_2;
                reg  [IN_BITS-1:0]        sum_1, sum_2;
                wire [THRESHOLD_BITS-1:0] threshold;
                wire [THRESHOLD_BITS-1:0] sum_wide = {{(THRESHOLD_BITS-IN_BITS){sum_1[IN_BITS-1]}}, sum_1};
                systole_rom #(
                    .WIDTH(THRESHOLD_BITS), .DEPTH(CHANNELS << s), .AW(AW), .BLOCK(IN_BLOCK),
                    .FILE({FILE, "_", DIGIT, ".mem"})
                ) thresholds (.clk(clk), .addr(places[s*PLACE_BITS +: AW]), .data(threshold));
                always @(posedge clk) begin
                    place_1 <= places[s*PLACE_BITS +: PLACE_BITS-1];
                    sum_1   <= sums[s*IN_BITS +: IN_BITS];
                    place_2 <= {place_1, $signed(sum_wide) >= $signed(threshold)};
                    sum_2   <= sum_1;
                end
                assign places[(s+1)*PLACE_BITS +: PLACE_BITS] = place_2;
                assign sums[(s+1)*IN_BITS +: IN_BITS]         = sum_2;
            end

            wire [17:0] element = BASE + {{(18-Q){1'b0}}, places[Q*PLACE_BITS +: Q]};
            wire        unused  = &{1'b0, places, sums, element};
            always @(posedge clk) out_data <= element[OUT_BITS-1:0];
        end
    endgenerate
endmodule
`default_nettype wire
