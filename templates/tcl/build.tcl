# From Verilog to a bitstream, without a project:   vivado -mode batch -source tcl/build.tcl
source [file join [file dirname [file normalize [info script]]] common.tcl]
systole::forget
set folder [systole::fresh build]

create_project -in_memory -part $systole::part
read_verilog [systole::sources]
if {[llength [systole::memories]] > 0} { read_mem [systole::memories] }
read_xdc [systole::path constraints $systole::top.xdc]

synth_design -top $systole::top -part $systole::part
write_checkpoint -force [file join $folder synth.dcp]
opt_design
place_design
phys_opt_design
route_design
write_checkpoint -force [file join $folder route.dcp]

systole::check $folder
write_bitstream -force -bin_file [file join $systole::out $systole::design.bit]
puts "systole: wrote [file join $systole::out $systole::design.bit]"
