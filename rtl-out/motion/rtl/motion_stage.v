// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_stage: the handshake of the register behind which a stream's beats wait: it tells when the register is free.
// The register itself belongs to the module around: it is written in every cycle in which in_ready is high, and holds a
// beat afterwards if in_valid was high, too. Each slice of a wide beat has a stage of its own. Synthesizers merge
// registers that always hold the same bits, which would undo this; a module of its own and keep = "true" prevent it.
// Latency: 1 cycle.
// Throughput: 1 beat a cycle.
// Combinational: in_ready from out_ready.
// Reset: clears valid.
`default_nettype none
module motion_stage (
    input  wire clk,
    input  wire rst,
    input  wire in_valid,
    output wire in_ready,
    output wire out_valid,
    input  wire out_ready
);
    (* keep = "true" *) reg waits = 1'b0;
    assign out_valid = waits;
    assign in_ready  = !waits || out_ready;

    always @(posedge clk)
        if (rst) waits <= 1'b0;
        else if (in_ready) waits <= in_valid;
endmodule
`default_nettype wire
