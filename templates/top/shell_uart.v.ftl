<#import "macros.ftl" as m>
// ${module}: ${design} behind a serial line. ${rate}.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire resetn,
    input  wire uart_rxd,
    output wire uart_txd,
    output wire led_busy, // a frame is under way
    output wire led_error // an error bit of STATUS is set
);
<@m.corewires inMsb outMsb stateful/>

    ${shell} shell (
        .clk(clk), .resetn(resetn),
        .uart_rxd(uart_rxd), .uart_txd(uart_txd), .led_busy(led_busy), .led_error(led_error),
<@m.coreports stateful/>
    );

<@m.coreinstance design coreClock stateful/>
endmodule
`default_nettype wire
