// ${module}: ${design} on the pins of the ${board}: clock manager, reset, UART.
// ${inMhz} MHz come in, ${outMhz} MHz go to the design, from an oscillator at ${vcoMhz} MHz.
// The design is in reset until the clock is stable, and while the button is pressed.
// led_busy is lit while it computes, led_error once a frame was refused.
`default_nettype none
module ${module} (
<#list clocks as c>
    input  wire ${c.declaration} // ${c.pad}, ${inMhz} MHz
</#list>
    input  wire reset_button, // ${buttonPad}, ${pressed} while pressed
    input  wire uart_rxd,     // from the host
    output wire uart_txd,     // to the host
    output wire led_busy,     // ${busyPad}
    output wire led_error     // ${errorPad}
);
    // ---------------------------------------------------------------- clock
<#list pairs as p>
    wire clk_in;
    IBUFDS clk_pair (.I(clk_in_p), .IB(clk_in_n), .O(clk_in));
</#list>
    wire feedback, clk_raw, clk, locked;
    MMCME2_BASE #(
        .CLKIN1_PERIOD(${inPeriod}), .CLKFBOUT_MULT_F(${multiply}), .DIVCLK_DIVIDE(${divide}), .CLKOUT0_DIVIDE_F(${output})
    ) mmcm (
        .CLKIN1(clk_in), .CLKFBIN(feedback), .CLKFBOUT(feedback), .CLKOUT0(clk_raw), .LOCKED(locked),
        .PWRDWN(1'b0), .RST(1'b0)
    );
    BUFG clk_buffer (.I(clk_raw), .O(clk));

    // ---------------------------------------------------------------- reset: asserted at once, released with the clock
    wire run = locked && ${released};
    (* ASYNC_REG = "TRUE" *) reg [1:0] run_sync = 2'b00;
    always @(posedge clk or negedge run)
        if (!run) run_sync <= 2'b00;
        else run_sync <= {run_sync[0], 1'b1};

    // ---------------------------------------------------------------- design with its UART
    ${bridge} bridge (
        .clk(clk), .resetn(run_sync[1]),
        .uart_rxd(uart_rxd), .uart_txd(uart_txd), .led_busy(led_busy), .led_error(led_error)
    );
endmodule
`default_nettype wire
