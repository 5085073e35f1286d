// A model of the 7-series global clock buffer, for simulation and lint; synthesis has its own.
`default_nettype none
module BUFG (
    input  wire I,
    output wire O
);
    assign O = I;
endmodule
`default_nettype wire
