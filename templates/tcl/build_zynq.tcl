# From Verilog to a bitstream beside the processor:   vivado -mode batch -source tcl/build.tcl
# Wants the board's files, which hold the settings of its DDR memory. Where the board starts from software of its own,
# as PYNQ does, it goes without:   vivado -mode batch -source tcl/build.tcl -tclargs -no_board_files
source [file join [file dirname [file normalize [info script]]] common.tcl]
source [systole::path tcl package_ip.tcl]
source [systole::path tcl processor.tcl]
source [systole::path tcl block_design.tcl]

# The newest of the board's files that are installed, or nothing.
proc systole::board_part {} {
    variable boards
    foreach name $boards {
        set found [lsort -dictionary [get_board_parts -quiet "$name:*"]]
        if {[llength $found] > 0} { return [lindex $found end] }
    }
    return ""
}

systole::forget
set installed [systole::board_part]
if {$installed eq "" && [lsearch -exact $argv -no_board_files] < 0} {
    error "systole: Vivado has no board files of the $systole::board ($systole::boards). Install them in Vivado\
        (Tools, Vivado Store, Boards), or, where the board starts from software of its own, add: -tclargs -no_board_files"
}

set repository [systole::package_ip]
set folder [systole::fresh project]
create_project -force -part $systole::part $systole::design $folder
if {$installed ne ""} { set_property board_part $installed [current_project] }
set_property ip_repo_paths $repository [current_project]
update_ip_catalog

systole::block_design [expr {$installed ne ""}]
set diagram [get_files system.bd]
set_property synth_checkpoint_mode None $diagram
generate_target all $diagram
add_files -fileset sources_1 -norecurse [make_wrapper -files $diagram -top]
set_property top system_wrapper [get_filesets sources_1]
update_compile_order -fileset sources_1

launch_runs synth_1 -jobs 4
wait_on_run synth_1
systole::finished synth_1
launch_runs impl_1 -jobs 4
wait_on_run impl_1
systole::finished impl_1
open_run impl_1
systole::check $folder
close_design

launch_runs impl_1 -to_step write_bitstream -jobs 4
wait_on_run impl_1
systole::finished impl_1
set run [get_property DIRECTORY [get_runs impl_1]]
file copy -force [file join $run system_wrapper.bit] [file join $systole::out $systole::design.bit]
# Beside the bitstream, under the same name, PYNQ looks for the description of the hardware.
set handoff [concat [glob -nocomplain [file join $folder *.gen sources_1 bd system hw_handoff system.hwh]] \
    [glob -nocomplain [file join $folder *.srcs sources_1 bd system hw_handoff system.hwh]]]
if {[llength $handoff] == 0} { error "systole: Vivado wrote no system.hwh below $folder" }
file copy -force [lindex $handoff 0] [file join $systole::out $systole::design.hwh]
# For Vitis; before 2019.2 it was another command.
if {[llength [info commands write_hw_platform]] > 0} {
    write_hw_platform -fixed -include_bit -force [file join $systole::out $systole::design.xsa]
} else {
    write_hwdef -force [file join $systole::out $systole::design.hdf]
}
puts "systole: wrote [file join $systole::out $systole::design.bit], .hwh and the platform for Vitis"
