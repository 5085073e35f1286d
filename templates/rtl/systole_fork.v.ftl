// systole_fork: gives each beat to COUNT receivers, each when it is ready; the next follows when all have taken it.
// Latency 0, 1 beat/cycle. in_ready is combinational in out_ready, out_valid in in_valid. rst clears what was taken.
`default_nettype none
module systole_fork #(
    parameter integer WIDTH = 8, // bits of a beat
    parameter integer COUNT = 2  // receivers
) (
    input  wire                   clk,
    input  wire                   rst,
    input  wire [WIDTH-1:0]       in_data,
    input  wire                   in_valid,
    output wire                   in_ready,
    output wire [WIDTH*COUNT-1:0] out_data,
    output wire [COUNT-1:0]       out_valid,
    input  wire [COUNT-1:0]       out_ready
);
    reg  [COUNT-1:0] taken = {COUNT{1'b0}};
    wire [COUNT-1:0] done  = taken | out_ready;

    assign out_data  = {COUNT{in_data}};
    assign out_valid = {COUNT{in_valid}} & ~taken;
    assign in_ready  = &done;

    always @(posedge clk)
        if (rst || in_ready) taken <= {COUNT{1'b0}};
        else if (in_valid) taken <= done;
endmodule
`default_nettype wire
