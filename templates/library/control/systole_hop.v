// systole_hop: a value that travels over COUNT stations, a cycle each; station i is i cycles late, station 0 a wire.
// No stall. rst clears the value if CLEAR = 1.
`default_nettype none
module systole_hop #(
    parameter integer WIDTH = 8, // bits
    parameter integer COUNT = 4, // stations, at least 1
    parameter integer CLEAR = 0  // 1: control bits, cleared by rst
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
                reg [WIDTH-1:0] q = {WIDTH{1'b0}};
                always @(posedge clk)
                    if (rst) q <= {WIDTH{1'b0}};
                    else q <= out[(i-1)*WIDTH +: WIDTH];
                assign out[i*WIDTH +: WIDTH] = q;
            end else begin : g_data
                reg [WIDTH-1:0] q;
                always @(posedge clk) q <= out[(i-1)*WIDTH +: WIDTH];
                assign out[i*WIDTH +: WIDTH] = q;
            end
        end
    endgenerate
endmodule
`default_nettype wire
