// A model of the 7-series input buffer for a pair of pins, for simulation and lint; synthesis has its own.
// The output is unknown where the pins do not differ.
`default_nettype none
module IBUFDS (
    input  wire I,
    input  wire IB,
    output wire O
);
    assign O = I == IB ? 1'bx : I;
endmodule
`default_nettype wire
