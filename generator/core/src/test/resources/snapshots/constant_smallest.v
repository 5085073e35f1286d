// constant_smallest: 1 known values of uint1, over and over, a beat of them for each beat.
// Folding: 1 lanes.
// 1 cycles a frame. in_ready follows out_ready; out_valid comes from a register.
`default_nettype none
module constant_smallest (
    input  wire clk,
    input  wire rst,
    input  wire [0:0] in_data,
    input  wire in_valid,
    output wire in_ready,
    output wire [0:0] out_data,
    output wire out_valid,
    input  wire out_ready
);
    localparam integer WORDS = 1; // beats after which the values repeat
    localparam integer AW    = 1; // bits of an address

    // ---------------------------------------------------------------- slices of a beat, which behave alike
    wire [0:0] free, valid;
    wire unused = &{1'b0, in_data, free, valid}; // what comes in only says when; the first slice speaks for all
    assign in_ready  = free[0];
    assign out_valid = valid[0];
    systole_constant #(.WIDTH(1), .DEPTH(WORDS), .AW(AW), .BLOCK(0), .FILE("constant_smallest.0.mem")) values_0 (
        .clk(clk), .rst(rst), .in_valid(in_valid), .in_ready(free[0]),
        .out_data(out_data[0:0]), .out_valid(valid[0]), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
