# tiny on the Digilent Basys 3: pins, clocks, exceptions, bitstream. For Vivado.

# ---------------------------------------------------------------- pins
# clk, bank 34
set_property -dict {PACKAGE_PIN W5 IOSTANDARD LVCMOS33} [get_ports clk_in]
# BTNC, bank 14
set_property -dict {PACKAGE_PIN U18 IOSTANDARD LVCMOS33} [get_ports reset_button]
# RsRx, bank 16
set_property -dict {PACKAGE_PIN B18 IOSTANDARD LVCMOS33} [get_ports uart_rxd]
# RsTx, bank 16
set_property -dict {PACKAGE_PIN A18 IOSTANDARD LVCMOS33} [get_ports uart_txd]
# LD0, bank 14
set_property -dict {PACKAGE_PIN U16 IOSTANDARD LVCMOS33} [get_ports led_busy]
# LD1, bank 14
set_property -dict {PACKAGE_PIN E19 IOSTANDARD LVCMOS33} [get_ports led_error]

# ---------------------------------------------------------------- clocks
create_clock -name clk_in -period 10.000 [get_ports clk_in]
# Vivado derives this clock, 100 MHz, from the clock manager's settings; here it gets its name.
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
set_property CFGBVS VCCO [current_design]
set_property CONFIG_VOLTAGE 3.3 [current_design]
set_property BITSTREAM.CONFIG.SPI_BUSWIDTH 4 [current_design]
set_property BITSTREAM.CONFIG.CONFIGRATE 33 [current_design]
set_property BITSTREAM.GENERAL.COMPRESS TRUE [current_design]
