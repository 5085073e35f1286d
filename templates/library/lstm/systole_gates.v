// systole_gates: collects the four gates of a unit: g from the tanh input, i, f and o from the sigmoid input.
// LANES gates come at once, in the order i, f, g, o.
// Latency: 1 cycle after the last gate; with LANES = 4 it is a wire.
// Throughput: LANES gates a cycle; cannot be stalled.
// Combinational: none; with LANES = 4 out_data and out_valid from the inputs.
// Reset: clears valid and the count.
`default_nettype none
module systole_gates #(
    parameter integer LANES = 4 // gates that come at once: 1, 2 or 4
) (
    input  wire                clk,
    input  wire                rst,
    input  wire [LANES*16-1:0] sigmoid,
    input  wire [LANES*16-1:0] tanh,
    input  wire                in_valid,
    output wire [63:0]         out_data, // {o, g, f, i}
    output wire                out_valid
);
    generate
        if (LANES == 4) begin : g_all
            assign out_data  = {sigmoid[48 +: 16], tanh[32 +: 16], sigmoid[0 +: 32]};
            assign out_valid = in_valid;
            wire unused = &{1'b0, clk, rst, sigmoid, tanh};
        end else begin : g_some
            localparam integer BEFORE_G = 2 / LANES; // beats before the one with gate g, which is in lane 0
            reg  [1:0]          place = 2'd0;
            wire [LANES*16-1:0] data;
            wire                ready; // always high
            wire unused = &{1'b0, ready, sigmoid, tanh};
            assign data[15:0] = (place == BEFORE_G[1:0]) ? tanh[15:0] : sigmoid[15:0];
            if (LANES == 2) begin : g_second
                assign data[31:16] = sigmoid[31:16];
            end
            always @(posedge clk)
                if (rst) place <= 2'd0;
                else if (in_valid) place <= (LANES == 2) ? {1'b0, !place[0]} : place + 2'd1;
            systole_widen #(.WIDTH(LANES*16), .RATIO(4/LANES)) widen (
                .clk(clk), .rst(rst), .in_data(data), .in_valid(in_valid), .in_ready(ready),
                .out_data(out_data), .out_valid(out_valid), .out_ready(1'b1)
            );

`ifdef FORMAL
            // Gate g of each unit is taken from tanh, and all others from sigmoid.
            reg  [1:0]          f_gate = 2'd0; // in lane 0: i, f, g, o
            wire [LANES*16-1:0] f_others = sigmoid ^ data;
            always @(posedge clk)
                if (rst) f_gate <= 2'd0;
                else if (in_valid) f_gate <= f_gate + LANES;
            always @* begin
                assert (place == f_gate / LANES && (LANES == 1 || !f_gate[0]));
                assert (data[15:0] == ((f_gate == 2) ? tanh[15:0] : sigmoid[15:0]));
                assert ((f_others >> 16) == 0);
            end
`endif
        end
    endgenerate
endmodule
`default_nettype wire
