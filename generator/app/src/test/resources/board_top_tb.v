// A board's top on its clock: 100 MHz within a thousandth, reset until the clock is stable and while the button is held.
`default_nettype none
`timescale 1ps/1ps
module board_top_tb;
    parameter integer IN_PS = 10000; // period of the board's clock
    parameter integer PRESSED = 0;   // level of the button's pin while it is pressed

    reg clk_in = 1'b0, button = PRESSED[0];
    always #(IN_PS / 2.0) clk_in = !clk_in;

    tiny_top dut (
`ifdef CLOCK_PAIR
        .clk_in_p(clk_in), .clk_in_n(!clk_in),
`else
        .clk_in(clk_in),
`endif
        .reset_button(button), .uart_rxd(1'b1), .uart_txd(), .led_busy(), .led_error()
    );

    integer edges = 0, since_release = 0;
    always @(posedge dut.clk) edges = edges + 1;
    always @(posedge dut.clk) since_release <= button == PRESSED[0] || !dut.locked ? 0 : since_release + 1;

    task expect_true(input condition, input [40*8:1] what);
        if (!condition) begin
            $display("FAIL %0s", what);
            $finish;
        end
    endtask

    // Released by the second edge after clock and button allow it.
    always @(posedge dut.bridge.resetn) #1 expect_true(dut.locked && since_release == 2, "released at another time");

    initial begin
        button = !PRESSED[0];
        #(4 * IN_PS) expect_true(!dut.bridge.resetn, "running before the clock");
        #(40 * IN_PS) expect_true(dut.locked && dut.bridge.resetn, "not running");
        edges = 0;
        #100000000 expect_true(edges >= 9990 && edges <= 10010, "another frequency");
        button = PRESSED[0];
        #100 expect_true(!dut.bridge.resetn, "running while the button is pressed");
        #1000000 expect_true(!dut.bridge.resetn, "running while the button is held");
        button = !PRESSED[0];
        #1000000 expect_true(dut.bridge.resetn, "not running again");
        $display("PASS");
        $finish;
    end
endmodule
`default_nettype wire
