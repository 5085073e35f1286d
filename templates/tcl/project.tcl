# The same with a project, to open afterwards:   vivado -mode batch -source tcl/project.tcl
source [file join [file dirname [file normalize [info script]]] common.tcl]
systole::forget
set folder [systole::fresh project]

create_project -force -part $systole::part $systole::design $folder
add_files -fileset sources_1 -norecurse [systole::sources]
if {[llength [systole::memories]] > 0} { add_files -fileset sources_1 -norecurse [systole::memories] }
add_files -fileset constrs_1 -norecurse [systole::path constraints $systole::top.xdc]
set_property top $systole::top [get_filesets sources_1]
update_compile_order -fileset sources_1

launch_runs synth_1 -jobs 4
wait_on_run synth_1
systole::finished synth_1
launch_runs impl_1 -jobs 4
wait_on_run impl_1
systole::finished impl_1

open_run impl_1
systole::check $folder
write_bitstream -force -bin_file [file join $systole::out $systole::design.bit]
puts "systole: wrote [file join $systole::out $systole::design.bit]"
