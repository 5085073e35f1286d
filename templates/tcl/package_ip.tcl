# Packages the design with its bus shell as an IP for block designs. build_zynq.tcl calls it.
proc systole::package_ip {} {
    variable design
    variable part
    variable top
    variable core_clock
    variable board
    set folder [fresh ip]
    create_project -force -part $part package [fresh package]
    add_files -fileset sources_1 -norecurse [sources]
    if {[llength [memories]] > 0} { add_files -fileset sources_1 -norecurse [memories] }
    if {$core_clock} {
        # The crossings' constraints ask for the clocks, which others create.
        add_files -fileset constrs_1 -norecurse [path constraints $top.xdc]
        set_property PROCESSING_ORDER LATE [get_files $top.xdc]
    }
    set_property top $top [get_filesets sources_1]
    update_compile_order -fileset sources_1

    ipx::package_project -root_dir $folder -vendor systole.org -library user -taxonomy /UserIP -import_files -force
    set core [ipx::current_core]
    set_property name $design $core
    set_property version 1.0 $core
    set_property display_name $design $core
    set_property description "A quantized network, planned for the $board" $core
    set_property supported_families {zynq Production zynquplus Production} $core
    foreach bus {s_axi s_axis m_axis} {
        if {[llength [ipx::get_bus_interfaces -quiet $bus -of_objects $core]] == 0} {
            error "systole: Vivado found no bus $bus at the ports of $top"
        }
        ipx::associate_bus_interfaces -busif $bus -clock s_axi_aclk $core
    }
    ipx::infer_bus_interface irq xilinx.com:signal:interrupt_rtl:1.0 $core
    ipx::create_xgui_files $core
    ipx::update_checksums $core
    ipx::check_integrity $core
    ipx::save_core $core
    close_project
    return $folder
}
