# Loads the bitstream into the FPGA over USB:   vivado -mode batch -source tcl/program.tcl
source [file join [file dirname [file normalize [info script]]] common.tcl]
set bitstream [file join $systole::out $systole::design.bit]
if {![file exists $bitstream]} { error "systole: $bitstream is not there; run tcl/build.tcl first" }

# open_hw_manager was called open_hw before 2019.2.
if {[llength [info commands open_hw_manager]] > 0} { open_hw_manager } else { open_hw }
connect_hw_server
open_hw_target
# A device is called as its part begins.
set kind [string range $systole::part 0 3]
set device [lindex [get_hw_devices $kind*] 0]
if {$device eq ""} { error "systole: no $kind answers; is the $systole::board connected and switched on?" }
current_hw_device $device
set_property PROGRAM.FILE $bitstream $device
program_hw_devices $device
close_hw_target
puts "systole: $systole::design runs on $device"
