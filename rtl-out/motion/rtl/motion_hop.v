// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_hop: a value that travels over COUNT stations, one station a cycle.
// Latency: i cycles to station i; station 0 is a wire.
// Throughput: 1 value a cycle; cannot be stalled.
// Combinational: out of station 0 from in.
// Reset: clears the value if CLEAR = 1.
`default_nettype none
module motion_hop #(
    parameter integer WIDTH = 8, // bits
    parameter integer COUNT = 4, // stations
    parameter integer CLEAR = 0  // 1: rst clears the value (control bits), 0: it does not (data)
) (
    input  wire                   clk,
    input  wire                   rst,
    input  wire [WIDTH-1:0]       in,
    output wire [WIDTH*COUNT-1:0] out // station i at i * WIDTH
);
    assign out[WIDTH-1:0] = in;
    wire unused = &{1'b0, clk, rst};

    genvar i;
    generate
        for (i = 1; i < COUNT; i = i + 1) begin : g_station
            if (CLEAR != 0) begin : g_control
                reg [WIDTH-1:0] station = {WIDTH{1'b0}};
                always @(posedge clk)
                    if (rst) station <= {WIDTH{1'b0}};
                    else station <= out[(i-1)*WIDTH +: WIDTH];
                assign out[i*WIDTH +: WIDTH] = station;
            end else begin : g_data
                reg [WIDTH-1:0] station;
                always @(posedge clk) station <= out[(i-1)*WIDTH +: WIDTH];
                assign out[i*WIDTH +: WIDTH] = station;
            end
        end
    endgenerate
endmodule
`default_nettype wire
