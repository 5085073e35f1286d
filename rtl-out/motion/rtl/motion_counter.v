// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_counter: counts steps modulo COUNT and tells whether the present step is the last of a round.
// Latency: none; last belongs to the step of the same cycle.
// Throughput: 1 step a cycle.
// Combinational: none.
// Reset: restarts the count.
`default_nettype none
module motion_counter #(
    parameter integer COUNT = 2 // steps of a round
) (
    input  wire clk,
    input  wire rst,
    input  wire step,
    output wire last
);
    generate
        if (COUNT == 1) begin : g_one
            wire unused = &{1'b0, clk, rst, step};
            assign last = 1'b1;
        end else begin : g_count
            localparam integer W = $clog2(COUNT);
            localparam integer BEFORE_LAST = COUNT - 2;
            reg [W-1:0] count  = {W{1'b0}};
            reg         last_q = 1'b0;
            assign last = last_q;
            always @(posedge clk)
                if (rst) begin
                    count  <= {W{1'b0}};
                    last_q <= 1'b0;
                end else if (step) begin
                    count  <= last_q ? {W{1'b0}} : count + 1'b1;
                    last_q <= !last_q && (count == BEFORE_LAST[W-1:0]);
                end

`ifdef FORMAL
            reg [W-1:0] f_steps = {W{1'b0}}; // modulo COUNT
            always @(posedge clk)
                if (rst) f_steps <= {W{1'b0}};
                else if (step) f_steps <= (f_steps == COUNT - 1) ? {W{1'b0}} : f_steps + 1'b1;
            always @* assert (count == f_steps && count < COUNT && last == (count == COUNT - 1));
`endif
        end
    endgenerate
endmodule
`default_nettype wire
