// constant_largest: 80 known values of int8, over and over, a beat of them for each beat.
// Folding: 20 lanes.
// 12 cycles a frame. in_ready follows out_ready; out_valid comes from a register.
`default_nettype none
module constant_largest (
    input  wire clk,
    input  wire rst,
    input  wire [79:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [159:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer WORDS = 4; // beats after which the values repeat
    localparam integer AW    = 2; // bits of an address

    // ---------------------------------------------------------------- slices of a beat, which behave alike
    wire [2:0] free, valid;
    wire unused = &{1'b0, in_data, free, valid}; // what comes in only says when; the first slice speaks for all
    assign in_ready  = free[0];
    assign out_valid = valid[0];
    systole_constant #(.WIDTH(72), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("constant_largest.0.mem")) values_0 (
        .clk(clk), .rst(rst), .in_valid(in_valid), .in_ready(free[0]),
        .out_data(out_data[71:0]), .out_valid(valid[0]), .out_ready(out_ready)
    );
    systole_constant #(.WIDTH(72), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("constant_largest.1.mem")) values_1 (
        .clk(clk), .rst(rst), .in_valid(in_valid), .in_ready(free[1]),
        .out_data(out_data[143:72]), .out_valid(valid[1]), .out_ready(out_ready)
    );
    systole_constant #(.WIDTH(16), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("constant_largest.2.mem")) values_2 (
        .clk(clk), .rst(rst), .in_valid(in_valid), .in_ready(free[2]),
        .out_data(out_data[159:144]), .out_valid(valid[2]), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
