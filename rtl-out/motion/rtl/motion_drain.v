// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_drain: carries the sums of COUNT columns of LANES lanes out, one a cycle.
// The last column's sums come first, and of a column lane 0 before lane 1. Column i is valid i cycles after column 0. A
// sum passes a register for each lane and one more at every column, so that it falls LANES cycles behind the next
// column's sums and no two meet.
// Latency: COUNT cycles after column 0.
// Throughput: 1 sum a cycle; cannot be stalled; a pass must be at least COUNT * LANES cycles long.
// Combinational: none.
// Reset: clears valid.
`default_nettype none
module motion_drain #(
    parameter integer COUNT = 4, // columns
    parameter integer LANES = 1, // sums of a column
    parameter integer WIDTH = 24 // bits of a sum
) (
    input  wire                         clk,
    input  wire                         rst,
    input  wire [COUNT*LANES*WIDTH-1:0] in_data, // for each column, lane 0 lowest
    input  wire [COUNT-1:0]             in_valid,
    output wire [WIDTH-1:0]             out_data,
    output wire                         out_valid
);
    wire [COUNT*WIDTH-1:0] moved;       // what leaves each station
    wire [COUNT-1:0]       moved_valid;

    genvar i, s;
    generate
        for (i = 0; i < COUNT; i = i + 1) begin : g_station
            // Places move down by one a cycle, and place 0 leaves. Sums of this column enter at places LANES-1 to 0; place
            // LANES only delays what the station before sends.
            wire [(LANES+1)*WIDTH-1:0] place;
            wire [LANES:0]             place_valid;
            if (i == 0) begin : g_start
                assign place[LANES*WIDTH +: WIDTH] = {WIDTH{1'b0}};
                assign place_valid[LANES] = 1'b0;
            end else begin : g_link
                reg [WIDTH-1:0] hold;
                reg             hold_valid = 1'b0;
                always @(posedge clk) hold <= moved[(i-1)*WIDTH +: WIDTH];
                always @(posedge clk)
                    if (rst) hold_valid <= 1'b0;
                    else hold_valid <= moved_valid[i-1];
                assign place[LANES*WIDTH +: WIDTH] = hold;
                assign place_valid[LANES] = hold_valid;
            end
            for (s = 0; s < LANES; s = s + 1) begin : g_lane
                reg [WIDTH-1:0] now;
                reg             now_valid = 1'b0;
                if (i == 0 && s == LANES - 1) begin : g_own // no station is before this one
                    wire unused = &{1'b0, place[LANES*WIDTH +: WIDTH]};
                    always @(posedge clk) now <= in_data[s*WIDTH +: WIDTH];
                end else begin : g_either
                    always @(posedge clk)
                        now <= in_valid[i] ? in_data[(i*LANES+s)*WIDTH +: WIDTH] : place[(s+1)*WIDTH +: WIDTH];
                end
                always @(posedge clk)
                    if (rst) now_valid <= 1'b0;
                    else now_valid <= in_valid[i] || place_valid[s+1];
                assign place[s*WIDTH +: WIDTH] = now;
                assign place_valid[s] = now_valid;
            end
            assign moved[i*WIDTH +: WIDTH] = place[WIDTH-1:0];
            assign moved_valid[i] = place_valid[0];
        end
    endgenerate

    assign out_data  = moved[(COUNT-1)*WIDTH +: WIDTH];
    assign out_valid = moved_valid[COUNT-1];
endmodule
`default_nettype wire
