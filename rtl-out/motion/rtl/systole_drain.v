// systole_drain: carries the sums of COUNT columns out, one a cycle, the last column first.
// Column i is valid i cycles after column 0. Each station holds two registers, so that a sum moves at half the columns'
// pace and no two meet. Latency COUNT after column 0. No stall; a pass must be at least COUNT cycles long. rst clears valid.
`default_nettype none
module systole_drain #(
    parameter integer COUNT = 4, // columns
    parameter integer WIDTH = 24 // bits of a sum
) (
    input  wire                   clk,
    input  wire                   rst,
    input  wire [COUNT*WIDTH-1:0] in_data,
    input  wire [COUNT-1:0]       in_valid,
    output wire [WIDTH-1:0]       out_data,
    output wire                   out_valid
);
    wire [COUNT*WIDTH-1:0] moved;       // each station's sum, one cycle on
    wire [COUNT-1:0]       moved_valid;

    genvar i;
    generate
        for (i = 0; i < COUNT; i = i + 1) begin : g_station
            wire [WIDTH-1:0] above;
            wire             above_valid;
            if (i == 0) begin : g_start
                assign above = {WIDTH{1'b0}};
                assign above_valid = 1'b0;
            end else begin : g_link
                reg [WIDTH-1:0] hold;
                reg             hold_valid = 1'b0;
                always @(posedge clk) begin
                    hold <= moved[(i-1)*WIDTH +: WIDTH];
                    hold_valid <= moved_valid[i-1] && !rst;
                end
                assign above = hold;
                assign above_valid = hold_valid;
            end
            reg [WIDTH-1:0] now;
            reg             now_valid = 1'b0;
            always @(posedge clk) begin
                now <= in_valid[i] ? in_data[i*WIDTH +: WIDTH] : above;
                now_valid <= (in_valid[i] || above_valid) && !rst;
            end
            assign moved[i*WIDTH +: WIDTH] = now;
            assign moved_valid[i] = now_valid;
        end
    endgenerate

    assign out_data  = moved[(COUNT-1)*WIDTH +: WIDTH];
    assign out_valid = moved_valid[COUNT-1];
endmodule
`default_nettype wire
