// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_credit: counts the passes under way, so that no more are started than the output FIFO can take.
// Latency: 1 cycle from a pass that starts to pass_ready, 2 from one that ends.
// Throughput: 1 pass a cycle.
// Combinational: none.
// Reset: forgets all passes.
`default_nettype none
module motion_credit #(
    parameter integer PASSES = 4, // passes under way at most
    parameter integer BEATS  = 1  // beats that a pass puts out
) (
    input  wire clk,
    input  wire rst,
    input  wire pass_start, // a pass begins
    input  wire beat_taken, // a beat has left the FIFO
    output wire pass_ready
);
    localparam integer CW = $clog2(PASSES + 1);
    localparam integer BUT_ONE = PASSES - 1;

    reg [CW-1:0] count = {CW{1'b0}};
    reg          ready = 1'b1;
    reg          taken = 1'b0; // a beat has left, a cycle ago
    wire         last;
    wire         pass_end = taken && last;

    assign pass_ready = ready;

    motion_counter #(.COUNT(BEATS)) beats (.clk(clk), .rst(rst), .step(taken), .last(last));

    always @(posedge clk)
        if (rst) taken <= 1'b0;
        else taken <= beat_taken;

    always @(posedge clk)
        if (rst) begin
            count <= {CW{1'b0}};
            ready <= 1'b1;
        end else if (pass_start && !pass_end) begin
            count <= count + 1'b1;
            ready <= (count != BUT_ONE[CW-1:0]);
        end else if (pass_end && !pass_start) begin
            count <= count - 1'b1;
            ready <= 1'b1;
        end

`ifdef FORMAL
    // If passes begin only when granted, and only their beats are taken, then no more than PASSES are under way.
    reg f_fair  = 1'b1;
    reg f_taken = 1'b0;
    always @(posedge clk) begin
        f_fair  <= f_fair && (!pass_start || ready) && (!f_taken || count != 0);
        f_taken <= beat_taken && !rst;
    end
    always @* begin
        assert (taken == f_taken);
        if (f_fair) assert (count <= PASSES && ready == (count != PASSES));
    end
`endif
endmodule
`default_nettype wire
