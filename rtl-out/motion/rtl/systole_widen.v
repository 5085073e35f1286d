// systole_widen: joins RATIO beats into one, the first lowest.
// Latency 1 after the last part, 1 part/cycle. in_ready is combinational in out_ready. rst clears valid and count only.
`default_nettype none
module systole_widen #(
    parameter integer WIDTH = 8, // bits of an incoming beat
    parameter integer RATIO = 2  // incoming beats per outgoing one, at least 2
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
    localparam integer CW = $clog2(RATIO);
    localparam [CW-1:0] LAST = RATIO[CW-1:0] - 1'b1;

    reg [CW-1:0]          count = {CW{1'b0}};
    reg [WIDTH*RATIO-1:0] data;
    reg                   valid = 1'b0;

    assign in_ready  = !valid || out_ready;
    assign out_valid = valid;
    assign out_data  = data;

    wire take = in_valid && in_ready;

    always @(posedge clk)
        if (take) data <= {in_data, data[WIDTH*RATIO-1:WIDTH]};

    always @(posedge clk)
        if (rst) begin
            count <= {CW{1'b0}};
            valid <= 1'b0;
        end else begin
            if (take) count <= (count == LAST) ? {CW{1'b0}} : count + 1'b1;
            if (take) valid <= (count == LAST);
            else if (out_ready) valid <= 1'b0;
        end
endmodule
`default_nettype wire
