// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// stream_contract: the rule of every stream. After a stall, valid stays high and the data does not change, unless a reset
// begins. It is used in proofs. If FORMAL is defined, the library's modules have one on each of their streams.
`default_nettype none
module stream_contract #(
    parameter integer WIDTH = 8, // bits of a beat
    parameter integer PROVE = 1  // 1: to be proved of an output, 0: taken for granted of an input
) (
    input wire             clk,
    input wire             rst,
    input wire [WIDTH-1:0] data,
    input wire             valid,
    input wire             ready
);
    reg             waits = 1'b0; // a beat was offered in the cycle before, and not taken
    reg [WIDTH-1:0] held;
    wire            kept = rst || !waits || (valid && data == held);

    always @(posedge clk) begin
        waits <= valid && !ready && !rst;
        held  <= data;
    end

    generate
        if (PROVE != 0) begin : g_prove
            always @* assert (kept);
        end else begin : g_assume
            always @* assume (kept);
        end
    endgenerate
endmodule
`default_nettype wire
