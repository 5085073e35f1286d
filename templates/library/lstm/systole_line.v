// systole_line: a function of 16 bits that is a straight line between two limits.
//   y = x < X_LOW ? LOW : x > X_HIGH ? HIGH : (x << SHIFT) + ADD
// Golden: GateFunctions.
// Latency: 1 cycle.
// Throughput: 1 value a cycle; cannot be stalled.
// Combinational: none.
// Reset: none.
`default_nettype none
module systole_line #(
    parameter integer SHIFT = 1, // binary digits of the slope, 0 to 15
    parameter signed [15:0] X_LOW = -16'sd8192, // least x on the line
    parameter signed [15:0] X_HIGH = 16'sd8191, // greatest x on the line
    parameter signed [15:0] ADD = 16'sd16384, // offset of the line, modulo 2^16
    parameter signed [15:0] LOW = 16'sd0, // y below the line
    parameter signed [15:0] HIGH = 16'sd32767 // y above the line
) (
    input  wire               clk,
    input  wire signed [15:0] x,
    output reg  signed [15:0] y
);
    wire signed [15:0] line = (x <<< SHIFT) + ADD;
    always @(posedge clk) y <= (x < X_LOW) ? LOW : (x > X_HIGH) ? HIGH : line;

`ifdef FORMAL
    reg               f_known = 1'b0;
    reg signed [15:0] f_x;
    wire signed [15:0] f_line = (f_x <<< SHIFT) + ADD;
    always @(posedge clk) {f_known, f_x} <= {1'b1, x};
    always @* if (f_known) begin
        if (f_x >= X_LOW && f_x <= X_HIGH) assert (y == f_line);
        else assert (y == ((f_x < X_LOW) ? LOW : HIGH));
    end
`endif
endmodule
`default_nettype wire
