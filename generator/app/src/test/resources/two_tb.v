// Sends a frame through each half of `two`, both at once and with pauses, and compares every beat.
`timescale 1ns / 1ps
`default_nettype none
module half #(parameter IN_BITS = 8, parameter OUT_BITS = 8, parameter IN_BEATS = 1, parameter OUT_BEATS = 1, parameter IN = "", parameter OUT = "",
              parameter integer SEED = 1) (
    input  wire               aclk,
    input  wire               aresetn,
    output reg  [IN_BITS-1:0] in_tdata,
    output reg                in_tvalid,
    input  wire               in_tready,
    output reg                in_tlast,
    input  wire [OUT_BITS-1:0] out_tdata,
    input  wire               out_tvalid,
    output reg                out_tready,
    input  wire               out_tlast,
    output reg                done,
    output reg                wrong
);
    reg [IN_BITS-1:0] beats [0:IN_BEATS-1];
    reg [OUT_BITS-1:0] expected [0:OUT_BEATS-1];
    integer sent, received, seed;
    initial begin
        $readmemh(IN, beats);
        $readmemh(OUT, expected);
        sent = 0;
        received = 0;
        seed = SEED;
        {in_tvalid, in_tlast, out_tready, done, wrong} = 0;
    end
    always @(posedge aclk) begin
        out_tready <= $random(seed) % 3 != 0;
        if (aresetn && (!in_tvalid || in_tready)) begin
            in_tvalid <= 1'b0;
            if (sent < IN_BEATS && $random(seed) % 4 != 0) begin
                in_tvalid <= 1'b1;
                in_tdata <= beats[sent];
                in_tlast <= sent % IN_BEATS == IN_BEATS - 1;
                sent = sent + 1;
            end
        end
        if (out_tvalid && out_tready) begin
            if (out_tdata !== expected[received] || out_tlast !== (received % OUT_BEATS == OUT_BEATS - 1)) wrong <= 1'b1;
            received = received + 1;
            done <= received == OUT_BEATS;
        end
    end
endmodule

module tb;
    reg aclk = 1'b0, aresetn = 1'b0;
    wire [31:0] a_in;
    wire [23:0] b_in;
    wire [7:0] a_out;
    wire [23:0] b_out;
    wire a_iv, a_ir, a_il, a_ov, a_or, a_ol, a_done, a_wrong, b_iv, b_ir, b_il, b_ov, b_or, b_ol, b_done, b_wrong;
    wire [3:0] status;
    always #5 aclk = !aclk;
    two dut (aclk, aresetn, a_in, a_iv, a_ir, a_il, a_out, a_ov, a_or, a_ol,
             b_in, b_iv, b_ir, b_il, b_out, b_ov, b_or, b_ol, status);
    half #(.IN_BITS(32), .IN_BEATS(64), .OUT_BEATS(1), .IN("motion_in.hex"), .OUT("motion_out.hex"), .SEED(1)) a
        (aclk, aresetn, a_in, a_iv, a_ir, a_il, a_out, a_ov, a_or, a_ol, a_done, a_wrong);
    half #(.IN_BITS(24), .OUT_BITS(24), .IN_BEATS(256), .OUT_BEATS(2), .IN("separable_in.hex"), .OUT("separable_out.hex"), .SEED(2)) b
        (aclk, aresetn, b_in, b_iv, b_ir, b_il, b_out, b_ov, b_or, b_ol, b_done, b_wrong);
    initial begin
        repeat (4) @(posedge aclk);
        aresetn <= 1'b1;
        fork : wait_for_both
            begin
                wait (a_wrong || b_wrong || a_done && b_done);
                disable wait_for_both;
            end
            begin
                repeat (20000) @(posedge aclk);
                disable wait_for_both;
            end
        join
        $display("%0s", a_done && b_done && !a_wrong && !b_wrong && status == 0 ? "PASS" : "FAIL");
        $finish;
    end
endmodule
