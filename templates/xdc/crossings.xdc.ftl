# [=design]: the crossings between the bus clock, [=busMhz] MHz, and the core's own, [=coreMhz] MHz. For Vivado, scoped to
# [=module]; the block design times everything else.

# Gray-coded pointers change one bit at a time: within a cycle of the quicker clock, each change comes across before the
# next. The bits of the reset's handshake are single.
<#list bits as p>
set_max_delay -datapath_only -from [get_cells {[=p.from]}] -to [get_cells {[=p.to]}] [=period]
</#list>
# A beat lies in a FIFO's memory for two cycles before its pointer has come across.
<#list reads as p>
set_max_delay -datapath_only -from [get_clocks -of_objects [get_ports [=p.from]]] -to [get_cells {[=p.to]}] [=period]
</#list>
