# The block design: the processor, a DMA for frames, the design, an interrupt from each. build_zynq.tcl calls it.

# An interconnect with so many masters behind and slaves before it: its clock and reset come from "clock" and "reset".
proc systole::interconnect {name slaves masters clock reset} {
    set vlnv [newest xilinx.com:ip:smartconnect xilinx.com:ip:axi_interconnect]
    set cell [create_bd_cell -type ip -vlnv $vlnv $name]
    set_property -dict [list CONFIG.NUM_SI $slaves CONFIG.NUM_MI $masters] $cell
    set smart [string match *:smartconnect:* $vlnv]
    set clocks [expr {$smart ? {aclk} : {ACLK *_ACLK}}]
    set resets [expr {$smart ? {aresetn} : {ARESETN *_ARESETN}}]
    foreach pattern $clocks { connect_bd_net $clock [get_bd_pins $name/$pattern] }
    foreach pattern $resets { connect_bd_net $reset [get_bd_pins $name/$pattern] }
    return $cell
}

proc systole::dma {} {
    variable in_width
    variable out_width
    variable ps
    set dma [create_bd_cell -type ip -vlnv [newest xilinx.com:ip:axi_dma] axi_dma_0]
    # No descriptors: a batch of frames is one transfer, of fewer than 2^26 bytes.
    set_property -dict [list CONFIG.c_include_sg 0 CONFIG.c_sg_length_width 26 \
        CONFIG.c_include_mm2s 1 CONFIG.c_include_s2mm 1 \
        CONFIG.c_m_axi_mm2s_data_width [expr {max(32, $in_width)}] CONFIG.c_m_axis_mm2s_tdata_width $in_width \
        CONFIG.c_m_axi_s2mm_data_width [expr {max(32, $out_width)}] CONFIG.c_addr_width $ps(address_bits)] $dma
}

# Joins so many signals to a vector; newer versions of Vivado do that without an IP.
proc systole::concat {name inputs} {
    set vlnv [newest xilinx.com:ip:xlconcat xilinx.com:inline_hdl:ilconcat]
    set type [expr {[string match *:inline_hdl:* $vlnv] ? "inline_hdl" : "ip"}]
    set cell [create_bd_cell -type $type -vlnv $vlnv $name]
    set_property CONFIG.NUM_PORTS [llength $inputs] $cell
    for {set i 0} {$i < [llength $inputs]} {incr i} {
        connect_bd_net [get_bd_pins [lindex $inputs $i]] [get_bd_pins $name/In$i]
    }
}

proc systole::block_design {preset} {
    variable design
    variable core_clock
    variable ps
    create_bd_design system
    processor $preset
    dma
    set core ${design}_axi_0
    set dma axi_dma_0
    create_bd_cell -type ip -vlnv [newest systole.org:user:$design] $core
    create_bd_cell -type ip -vlnv [newest xilinx.com:ip:proc_sys_reset] reset

    set clock [get_bd_pins ps/$ps(clock)]
    foreach pin [list ps/$ps(control_clock) ps/$ps(memory_clock) reset/slowest_sync_clk \
        $dma/s_axi_lite_aclk $dma/m_axi_mm2s_aclk $dma/m_axi_s2mm_aclk $core/s_axi_aclk] {
        connect_bd_net $clock [get_bd_pins $pin]
    }
    if {$core_clock} { connect_bd_net [get_bd_pins ps/$ps(core_clock)] [get_bd_pins $core/core_clk] }
    connect_bd_net [get_bd_pins ps/$ps(reset)] [get_bd_pins reset/ext_reset_in]
    set resetn [get_bd_pins reset/peripheral_aresetn]
    foreach pin [list $dma/axi_resetn $core/s_axi_aresetn] { connect_bd_net $resetn [get_bd_pins $pin] }

    interconnect control 1 2 $clock $resetn
    interconnect memory 2 1 $clock $resetn
    foreach {from to} [list \
        ps/$ps(control)  control/S00_AXI \
        control/M00_AXI  $core/s_axi \
        control/M01_AXI  $dma/S_AXI_LITE \
        $dma/M_AXIS_MM2S $core/s_axis \
        $core/m_axis     $dma/S_AXIS_S2MM \
        $dma/M_AXI_MM2S  memory/S00_AXI \
        $dma/M_AXI_S2MM  memory/S01_AXI \
        memory/M00_AXI   ps/$ps(memory)] {
        connect_bd_intf_net [get_bd_intf_pins $from] [get_bd_intf_pins $to]
    }
    concat interrupts [list $core/irq $dma/mm2s_introut $dma/s2mm_introut]
    connect_bd_net [get_bd_pins interrupts/dout] [get_bd_pins ps/$ps(interrupts)]

    # Where software finds them, as by their names above.
    assign_bd_address
    set_property offset $ps(registers) [get_bd_addr_segs ps/Data/SEG_${core}_*]
    set_property offset $ps(dma) [get_bd_addr_segs ps/Data/SEG_${dma}_*]
    validate_bd_design
    save_bd_design
}
