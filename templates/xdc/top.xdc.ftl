# [=design] on the [=board]: pins, clocks, exceptions, bitstream. For Vivado.

# ---------------------------------------------------------------- pins
<#list pins as p>
# [=p.pad], bank [=p.bank]
set_property -dict {PACKAGE_PIN [=p.pin] IOSTANDARD [=p.standard]} [get_ports [=p.port]]
</#list>

# ---------------------------------------------------------------- clocks
create_clock -name clk_in -period [=inPeriod] [get_ports [=clock]]
# Vivado derives this clock, [=outMhz] MHz, from the clock manager's settings; here it gets its name.
create_generated_clock -name core_clk [get_pins mmcm/CLKOUT0]

# ---------------------------------------------------------------- exceptions
# The host's bits come at any time; the UART takes them in through two flip-flops.
set_false_path -from [get_ports uart_rxd]
# No clock goes with what leaves: a bit of the UART lasts many cycles, and people look at the LEDs.
set_false_path -to [get_ports uart_txd]
set_false_path -to [get_ports led_busy]
set_false_path -to [get_ports led_error]
# The button, and the loss of the clock, assert reset at once; run_sync releases it with the clock.
set_false_path -from [get_ports reset_button]
set_false_path -to [get_pins {run_sync_reg[*]/CLR}]

# ---------------------------------------------------------------- bitstream
set_property CFGBVS [=cfgbvs] [current_design]
set_property CONFIG_VOLTAGE [=volts] [current_design]
set_property BITSTREAM.CONFIG.SPI_BUSWIDTH [=spiWidth] [current_design]
set_property BITSTREAM.CONFIG.CONFIGRATE 33 [current_design]
set_property BITSTREAM.GENERAL.COMPRESS TRUE [current_design]
