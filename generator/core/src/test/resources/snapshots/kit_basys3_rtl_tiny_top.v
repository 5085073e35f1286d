// tiny_top: tiny on the pins of the Digilent Basys 3: clock manager, reset, UART.
// 100 MHz come in, 100 MHz go to the design, from an oscillator at 1100 MHz.
// The design is in reset until the clock is stable, and while the button is pressed.
// led_busy is lit while it computes, led_error once a frame was refused.
`default_nettype none
module tiny_top (
    input  wire clk_in,       // clk, 100 MHz
    input  wire reset_button, // BTNC, high while pressed
    input  wire uart_rxd,     // from the host
    output wire uart_txd,     // to the host
    output wire led_busy,     // LD0
    output wire led_error     // LD1
);
    // ---------------------------------------------------------------- clock
    wire feedback, clk_raw, clk, locked;
    MMCME2_BASE #(
        .CLKIN1_PERIOD(10.000), .CLKFBOUT_MULT_F(11.000), .DIVCLK_DIVIDE(1), .CLKOUT0_DIVIDE_F(11.000)
    ) mmcm (
        .CLKIN1(clk_in), .CLKFBIN(feedback), .CLKFBOUT(feedback), .CLKOUT0(clk_raw), .LOCKED(locked),
        .PWRDWN(1'b0), .RST(1'b0)
    );
    BUFG clk_buffer (.I(clk_raw), .O(clk));

    // ---------------------------------------------------------------- reset: asserted at once, released with the clock
    wire run = locked && !reset_button;
    (* ASYNC_REG = "TRUE" *) reg [1:0] run_sync = 2'b00;
    always @(posedge clk or negedge run)
        if (!run) run_sync <= 2'b00;
        else run_sync <= {run_sync[0], 1'b1};

    // ---------------------------------------------------------------- design with its UART
    tiny_uart bridge (
        .clk(clk), .resetn(run_sync[1]),
        .uart_rxd(uart_rxd), .uart_txd(uart_txd), .led_busy(led_busy), .led_error(led_error)
    );
endmodule
`default_nettype wire
