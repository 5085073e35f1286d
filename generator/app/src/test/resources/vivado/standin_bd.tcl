# The stand-in's IPs, block designs and the packager.
namespace eval standin {
    variable repositories {}
    variable core_name {}
    variable core_ports {}
    variable catalog {}    ;# ports of packaged IPs, by name
    variable cells         ;# vlnv of each cell
    variable config        ;# settings, by cell and name
    variable nets          ;# driver of each connected pin
    variable links         ;# partner of each connected interface
    variable diagram {}
    variable offset
    # Where each processor's port to the design has its addresses.
    variable window {processing_system7 {0x40000000 0x7FFFFFFF} zynq_ultra_ps_e {0xA0000000 0xAFFFFFFF}}
    array set cells {}
    # Versions of each IP that is there.
    variable ips {
        xilinx.com:ip:processing_system7 {5.4 5.5} xilinx.com:ip:zynq_ultra_ps_e {3.3 3.5}
        xilinx.com:ip:axi_dma {7.0 7.1} xilinx.com:ip:proc_sys_reset {5.0}
    }
    if {$age eq "old"} {
        lappend ips xilinx.com:ip:axi_interconnect {2.0 2.1} xilinx.com:ip:xlconcat {2.0 2.1}
    } elseif {$age eq "new"} {
        lappend ips xilinx.com:ip:smartconnect {1.0} xilinx.com:inline_hdl:ilconcat {1.0}
    } else {
        lappend ips xilinx.com:ip:smartconnect {1.0} xilinx.com:ip:axi_interconnect {2.1} xilinx.com:ip:xlconcat {2.1}
    }
    variable settings {
        processing_system7 {PCW_CRYSTAL_PERIPHERAL_FREQMHZ PCW_USE_M_AXI_GP0 PCW_USE_S_AXI_HP0 PCW_S_AXI_HP0_DATA_WIDTH
            PCW_USE_FABRIC_INTERRUPT PCW_IRQ_F2P_INTR PCW_EN_CLK0_PORT PCW_FPGA0_PERIPHERAL_FREQMHZ PCW_EN_CLK1_PORT
            PCW_FPGA1_PERIPHERAL_FREQMHZ}
        zynq_ultra_ps_e {PSU__PSS_REF_CLK__FREQMHZ PSU__USE__M_AXI_GP0 PSU__USE__M_AXI_GP1 PSU__USE__M_AXI_GP2
            PSU__USE__S_AXI_GP2 PSU__SAXIGP2__DATA_WIDTH PSU__USE__IRQ0 PSU__FPGA_PL0_ENABLE PSU__FPGA_PL1_ENABLE
            PSU__CRL_APB__PL0_REF_CTRL__FREQMHZ PSU__CRL_APB__PL1_REF_CTRL__FREQMHZ}
        axi_dma {c_addr_width c_include_sg c_sg_length_width c_include_mm2s c_include_s2mm c_m_axi_mm2s_data_width
            c_m_axis_mm2s_tdata_width c_m_axi_s2mm_data_width}
        smartconnect {NUM_SI NUM_MI} axi_interconnect {NUM_SI NUM_MI} xlconcat {NUM_PORTS} ilconcat {NUM_PORTS}
        proc_sys_reset {}
    }
}

proc standin::setting {cell name default} {
    variable config
    return [expr {[info exists config($cell,$name)] ? $config($cell,$name) : $default}]
}

# Pins of a cell: name, direction. Those of an IP depend on its settings.
proc standin::pins {cell} {
    variable cells
    variable catalog
    lassign [split $cells($cell) :] vendor library name
    switch -- $name {
        processing_system7 {
            set pins {FCLK_RESET0_N output}
            foreach {key value pin way} {
                PCW_EN_CLK0_PORT 1 FCLK_CLK0 output PCW_EN_CLK1_PORT 1 FCLK_CLK1 output
                PCW_USE_M_AXI_GP0 1 M_AXI_GP0_ACLK input PCW_USE_S_AXI_HP0 1 S_AXI_HP0_ACLK input
                PCW_IRQ_F2P_INTR 1 IRQ_F2P input
            } { if {[setting $cell $key 0] eq $value} { lappend pins $pin $way } }
            return $pins
        }
        zynq_ultra_ps_e {
            # Unless told otherwise it has the ports to the design that presets switch on.
            set pins {pl_resetn0 output}
            foreach {key default pin way} {
                PSU__FPGA_PL0_ENABLE 1 pl_clk0 output PSU__FPGA_PL1_ENABLE 0 pl_clk1 output
                PSU__USE__M_AXI_GP0 1 maxihpm0_fpd_aclk input PSU__USE__M_AXI_GP1 1 maxihpm1_fpd_aclk input
                PSU__USE__M_AXI_GP2 1 maxihpm0_lpd_aclk input PSU__USE__S_AXI_GP2 0 saxihp0_fpd_aclk input
                PSU__USE__IRQ0 0 pl_ps_irq0 input
            } { if {[setting $cell $key $default]} { lappend pins $pin $way } }
            return $pins
        }
        axi_dma { return {s_axi_lite_aclk input m_axi_mm2s_aclk input m_axi_s2mm_aclk input axi_resetn input
            mm2s_introut output s2mm_introut output} }
        proc_sys_reset { return {slowest_sync_clk input ext_reset_in input peripheral_aresetn output
            interconnect_aresetn output} }
        smartconnect { return {aclk input aresetn input} }
        axi_interconnect {
            set pins {ACLK input ARESETN input}
            foreach {letter count} [list S [setting $cell NUM_SI 1] M [setting $cell NUM_MI 1]] {
                for {set i 0} {$i < $count} {incr i} { lappend pins ${letter}0${i}_ACLK input ${letter}0${i}_ARESETN input }
            }
            return $pins
        }
        xlconcat - ilconcat {
            set pins {dout output}
            for {set i 0} {$i < [setting $cell NUM_PORTS 2]} {incr i} { lappend pins In$i input }
            return $pins
        }
    }
    set pins {}
    dict for {port what} [dict get $catalog $name] {
        if {![regexp {^(s_axi|s_axis|m_axis)_(?!aclk|aresetn)} $port]} { lappend pins $port [lindex $what 0] }
    }
    return $pins
}

# Interfaces of a cell: name, master or slave, protocol.
proc standin::interfaces {cell} {
    variable cells
    variable catalog
    lassign [split $cells($cell) :] vendor library name
    switch -- $name {
        processing_system7 { return {M_AXI_GP0 master mm S_AXI_HP0 slave mm} }
        zynq_ultra_ps_e {
            set all {}
            foreach {key default name way} {
                PSU__USE__M_AXI_GP0 1 M_AXI_HPM0_FPD master PSU__USE__M_AXI_GP1 1 M_AXI_HPM1_FPD master
                PSU__USE__M_AXI_GP2 1 M_AXI_HPM0_LPD master PSU__USE__S_AXI_GP2 0 S_AXI_HP0_FPD slave
            } { if {[setting $cell $key $default]} { lappend all $name $way mm } }
            return $all
        }
        axi_dma { return {S_AXI_LITE slave mm M_AXI_MM2S master mm M_AXI_S2MM master mm
            M_AXIS_MM2S master stream S_AXIS_S2MM slave stream} }
        smartconnect - axi_interconnect {
            set all {}
            for {set i 0} {$i < [setting $cell NUM_SI 1]} {incr i} { lappend all S0${i}_AXI slave mm }
            for {set i 0} {$i < [setting $cell NUM_MI 1]} {incr i} { lappend all M0${i}_AXI master mm }
            return $all
        }
        proc_sys_reset - xlconcat - ilconcat { return {} }
    }
    return {s_axi slave mm s_axis slave stream m_axis master stream}
}

standin::command get_ipdefs {-quiet -all} {-filter} 0 1 {
    set found {}
    dict for {vln versions} $standin::ips {
        foreach version $versions {
            if {[string match [lindex $words 0] $vln:$version]} { lappend found $vln:$version }
        }
    }
    return $found
}
standin::command get_board_parts {-quiet} {} 0 1 {
    if {!$standin::boards} { return {} }
    set name [lindex [split [lindex $words 0] :] 1]
    set found {}
    foreach version {1.0 1.1} {
        set part [string map [list * $version] [lindex $words 0]]
        if {[string match [lindex $words 0] $part]} { lappend found $part }
    }
    return $found
}
standin::command update_ip_catalog {-rebuild} {} 0 0 {
    foreach folder $standin::repositories {
        standin::existing [list [file join $folder component.xml]]
        lappend standin::ips systole.org:user:$standin::core_name {1.0}
        dict set standin::catalog $standin::core_name $standin::core_ports
    }
}

# ---------------------------------------------------------------- packager
standin::command ipx::package_project {-import_files -force} {-root_dir -vendor -library -taxonomy -name -version} 0 0 {
    standin::need {[dict exists $standin::modules $standin::top]} {there is no module $standin::top to package}
    standin::elaborate $standin::top
    set standin::core_ports [dict get $standin::modules $standin::top]
    standin::touch [file join [dict get $opt -root_dir] component.xml]
}
standin::command ipx::current_core {} {} 0 0 { return core@ }
standin::command ipx::get_bus_interfaces {-quiet} {-of_objects} 0 1 {
    set bus [lindex $words 0]
    set all [dict keys $standin::core_ports ${bus}_*]
    foreach port [expr {$bus eq "s_axi" ? {awvalid wdata bresp arready rdata} : {tdata tvalid tready tlast}}] {
        if {"${bus}_$port" ni $all} { return {} }
    }
    return bus@$bus
}
standin::command ipx::associate_bus_interfaces {} {-busif -clock} 1 1 {
    standin::need {[dict exists $standin::core_ports [dict get $opt -clock]]} {there is no clock [dict get $opt -clock]}
}
standin::command ipx::infer_bus_interface {} {} 3 3 {
    standin::need {[dict exists $standin::core_ports [lindex $words 0]]} {there is no port [lindex $words 0]}
}
foreach name {create_xgui_files update_checksums check_integrity save_core} {
    standin::command ipx::$name {-quiet} {} 1 1 {}
}

# ---------------------------------------------------------------- block design
standin::command create_bd_design {} {} 1 1 { set standin::diagram [lindex $words 0] }
standin::command create_bd_cell {} {-type -vlnv} 1 1 {
    standin::need {$standin::diagram ne {}} {no block design is open}
    set vlnv [dict get $opt -vlnv]
    standin::need {[llength [get_ipdefs $vlnv]] == 1} {there is no IP $vlnv}
    standin::need {([dict get $opt -type] eq "inline_hdl") == [string match *:inline_hdl:* $vlnv]} {$vlnv is of another type}
    standin::need {![info exists standin::cells([lindex $words 0])]} {there is a cell [lindex $words 0] already}
    set standin::cells([lindex $words 0]) $vlnv
    return bdcell@[lindex $words 0]
}
proc standin::configure {object name value} {
    variable cells
    variable settings
    variable config
    set cell [lindex [split $object @] 1]
    set ip [lindex [split $cells($cell) :] 2]
    regexp {^CONFIG\.(.*)$} $name all name
    need {[dict exists $settings $ip] && $name in [dict get $settings $ip]} {$ip has no setting $name}
    set config($cell,$name) $value
}
standin::command apply_bd_automation {} {-rule -config} 1 1 {
    set cell [lindex [split [lindex $words 0] @] 1]
    set ip [lindex [split $standin::cells($cell) :] 2]
    standin::need {[dict get $opt -rule] eq "xilinx.com:bd_rule:$ip"} {no such rule}
    set keys [dict create processing_system7 {make_external apply_board_preset Master Slave} zynq_ultra_ps_e apply_board_preset]
    foreach key [dict get $keys $ip] { dict get [dict get $opt -config] $key }
}

# Pins or interfaces by cell/name, which may be a pattern.
proc standin::find {kind path table} {
    set found {}
    lassign [split $path /] cell pattern
    need {[info exists standin::cells($cell)]} {there is no cell $cell}
    foreach {name} $table { if {[string match $pattern $name]} { lappend found $kind@$cell/$name } }
    need {[llength $found] > 0} {there is no pin $path}
    return $found
}
standin::command get_bd_pins {-quiet} {-of_objects} 0 1 {
    set path [lindex $words 0]
    standin::need {[info exists standin::cells([lindex [split $path /] 0])]} {there is no cell for $path}
    standin::find bdpin $path [dict keys [standin::pins [lindex [split $path /] 0]]]
}
standin::command get_bd_intf_pins {-quiet} {-of_objects} 0 1 {
    set path [lindex $words 0]
    set cell [lindex [split $path /] 0]
    standin::need {[info exists standin::cells($cell)]} {there is no cell for $path}
    set names {}
    foreach {name way protocol} [standin::interfaces $cell] { lappend names $name }
    standin::find bdintf $path $names
}
standin::command connect_bd_net {} {-net} 2 99 {
    set drivers {}
    set sinks {}
    foreach object [concat {*}$words] {
        set path [lindex [split $object @] 1]
        lassign [split $path /] cell pin
        if {[dict get [standin::pins $cell] $pin] eq "output"} { lappend drivers $path } else { lappend sinks $path }
    }
    standin::need {[llength $drivers] == 1 && [llength $sinks] > 0} {a net wants one driver and a sink: $words}
    foreach sink $sinks {
        standin::need {![info exists standin::nets($sink)]} {$sink is driven twice}
        set standin::nets($sink) [lindex $drivers 0]
    }
}
standin::command connect_bd_intf_net {} {-intf_net} 2 2 {
    foreach object $words {
        set path [lindex [split $object @] 1]
        lassign [split $path /] cell name
        standin::need {![info exists standin::links($path)]} {$path is connected twice}
        foreach {other way protocol} [standin::interfaces $cell] {
            if {$other eq $name} { lappend ways $way; lappend protocols $protocol }
        }
        lappend paths $path
    }
    standin::need {[lindex $ways 0] ne [lindex $ways 1]} {two [lindex $ways 0]s cannot be connected: $paths}
    standin::need {[lindex $protocols 0] eq [lindex $protocols 1]} {$paths have different protocols}
    set standin::links([lindex $paths 0]) [lindex $paths 1]
    set standin::links([lindex $paths 1]) [lindex $paths 0]
}
standin::command assign_bd_address {} {} 0 1 { set standin::addressed 1 }
standin::command get_bd_addr_segs {-quiet} {} 0 1 {
    standin::need {[info exists standin::addressed]} {no address is assigned yet}
    standin::need {[regexp {^ps/Data/SEG_(\w+)_\*$} [lindex $words 0] all cell] && [info exists standin::cells($cell)]} \
        {there is no segment [lindex $words 0]}
    return segment@$cell
}
standin::command validate_bd_design {} {} 0 0 {
    foreach cell [array names standin::cells] {
        dict for {pin way} [standin::pins $cell] {
            standin::need {$way eq "output" || [info exists standin::nets($cell/$pin)]} {$cell/$pin is not connected}
        }
        foreach {name way protocol} [standin::interfaces $cell] {
            standin::need {[info exists standin::links($cell/$name)]} {$cell/$name is not connected}
        }
    }
    set widths [dict create s_axis [standin::setting axi_dma_0 c_m_axis_mm2s_tdata_width 32]]
    dict for {bus bits} $widths {
        standin::need {[lindex [dict get $standin::core_ports ${bus}_tdata] 1] == $bits} {the design's $bus is not $bits bits wide}
    }
    set most [lindex [dict get $standin::core_ports m_axis_tdata] 1]
    standin::need {[standin::setting axi_dma_0 c_m_axi_s2mm_data_width 32] >= $most} {the DMA's M_AXI_S2MM is narrower than its stream}
    standin::need {[llength [array names standin::offset]] == 2} {not every segment has an offset}
    lassign [dict get $standin::window [lindex [split $standin::cells(ps) :] 2]] first last
    foreach segment [array names standin::offset] {
        set at $standin::offset($segment)
        standin::need {$at >= $first && $at <= $last} {the processor does not reach $segment at $at}
    }
}
standin::command save_bd_design {} {} 0 1 {
    set folder [file join [lindex $standin::project 1] x.srcs sources_1 bd $standin::diagram]
    file mkdir $folder
    standin::touch [file join $folder $standin::diagram.bd]
    lappend standin::files(sources_1) [file join $folder $standin::diagram.bd]
}
standin::command generate_target {} {} 2 2 {
    set base [expr {$standin::age eq "old" ? "srcs" : "gen"}]
    set folder [file join [lindex $standin::project 1] x.$base sources_1 bd $standin::diagram hw_handoff]
    file mkdir $folder
    standin::touch [file join $folder $standin::diagram.hwh]
}
standin::command make_wrapper {-top -import} {-files} 0 0 {
    set path [file join [lindex $standin::project 1] ${standin::diagram}_wrapper.v]
    standin::touch $path "module ${standin::diagram}_wrapper (inout wire x);\nendmodule"
    return $path
}
if {$standin::age eq "old"} {
    standin::command write_hwdef {-force} {} 1 1 { standin::touch [lindex $words 0] }
} else {
    standin::command write_hw_platform {-fixed -include_bit -force -minimal} {} 1 1 {
        standin::need {$standin::runs(impl_1) eq "done"} {no bitstream to include}
        standin::touch [lindex $words 0]
    }
}
