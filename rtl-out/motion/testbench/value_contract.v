// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// value_contract: the rule of a module that cannot be stalled. What it puts out is what was expected of it some cycles
// ago. It is used in proofs, where FORMAL is defined.
`default_nettype none
module value_contract #(
    parameter integer WIDTH  = 8, // bits of a value
    parameter integer CYCLES = 1, // cycles from the expected value to the actual one, 1 or more
    parameter integer BEFORE = 0  // cycles before what is expected is known
) (
    input wire             clk,
    input wire [WIDTH-1:0] expected,
    input wire [WIDTH-1:0] actual
);
    reg  [WIDTH*CYCLES-1:0]       line;
    reg  [CYCLES+BEFORE-1:0]      begun = {(CYCLES+BEFORE){1'b0}};
    wire [WIDTH*CYCLES+WIDTH-1:0] longer = {line, expected};

    always @(posedge clk) begin
        line  <= longer[WIDTH*CYCLES-1:0];
        begun <= (begun << 1) | 1'b1;
    end
    always @* if (begun[CYCLES+BEFORE-1]) assert (actual == longer[WIDTH*CYCLES +: WIDTH]);
endmodule
`default_nettype wire
