// known_resources: a top module of known cost. Two multipliers (one DSP48E1 each), a 1024 x 32 memory (one RAMB36E1), a
// 512 x 32 one (one RAMB18E1), a 32 x 6 one (one RAM32M), a 24-bit shift register (one SRL32) and 10 flip-flops.
`default_nettype none
module known_resources (
    input wire clk,
    input wire [15:0] a,
    input wire [15:0] b,
    input wire we,
    input wire [9:0] address,
    output wire [31:0] product,
    output wire [31:0] square,
    output wire [31:0] deep,
    output wire [31:0] shallow,
    output wire [5:0] small,
    output wire delayed,
    output reg [9:0] held
);
    multiplier left (.clk(clk), .a(a), .b(b), .p(product));
    multiplier right (.clk(clk), .a(b), .b(b), .p(square));
    memory #(.DEPTH_LOG2(10)) memory_deep (.clk(clk), .we(we), .address(address), .in({a, b}), .out(deep));
    memory #(.DEPTH_LOG2(9)) memory_shallow (.clk(clk), .we(we), .address(address[8:0]), .in({a, b}), .out(shallow));
    registers file (.clk(clk), .we(we), .write(address[4:0]), .read(address[9:5]), .in(a[5:0]), .out(small));
    delay late (.clk(clk), .in(we), .out(delayed));
    always @(posedge clk) held <= address;
endmodule

module multiplier (
    input wire clk,
    input wire signed [15:0] a,
    input wire signed [15:0] b,
    output reg signed [31:0] p
);
    reg signed [15:0] a_held, b_held;
    reg signed [31:0] m;
    always @(posedge clk) begin
        a_held <= a;
        b_held <= b;
        m <= a_held * b_held;
        p <= m;
    end
endmodule

module memory #(
    parameter integer DEPTH_LOG2 = 10
) (
    input wire clk,
    input wire we,
    input wire [DEPTH_LOG2-1:0] address,
    input wire [31:0] in,
    output reg [31:0] out
);
    reg [31:0] cells[0:(1<<DEPTH_LOG2)-1];
    always @(posedge clk) begin
        if (we) cells[address] <= in;
        out <= cells[address];
    end
endmodule

module registers (
    input wire clk,
    input wire we,
    input wire [4:0] write,
    input wire [4:0] read,
    input wire [5:0] in,
    output wire [5:0] out
);
    reg [5:0] cells[0:31];
    always @(posedge clk) if (we) cells[write] <= in;
    assign out = cells[read];
endmodule

module delay (
    input wire clk,
    input wire in,
    output wire out
);
    reg [23:0] line;
    always @(posedge clk) line <= {line[22:0], in};
    assign out = line[23];
endmodule
