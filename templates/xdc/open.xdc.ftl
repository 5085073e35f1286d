# [=design] on the [=board]: pins and the clock, in the commands that nextpnr-xilinx reads.
<#list pins as p>
set_property LOC [=p.pin] [get_ports [=p.port]]
set_property IOSTANDARD [=p.standard] [get_ports [=p.port]]
</#list>
create_clock -period [=inPeriod] [get_ports [=clock]]
