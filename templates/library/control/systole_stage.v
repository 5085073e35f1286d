// systole_stage: tells whether the register that a stream's beats pass is free: it is written in every cycle in which it
// is, and valid behind that if there is some beat. A slice of a wide beat has a stage for itself; a tool makes one of
// registers that are alike, but not across modules.
// Latency 1, 1 beat/cycle. free is combinational in out_ready. rst clears valid.
`default_nettype none
module systole_stage (
    input  wire clk,
    input  wire rst,
    input  wire some,
    output wire free,
    output wire valid,
    input  wire out_ready
);
    (* keep = "true" *) reg waits = 1'b0;
    assign valid = waits;
    assign free  = !waits || out_ready;

    always @(posedge clk)
        if (rst) waits <= 1'b0;
        else if (free) waits <= some;
endmodule
`default_nettype wire
