# The processor of a Zynq UltraScale+. build_zynq.tcl calls it.
namespace eval systole {
    # Its pins and ports that the block design connects, where software finds the design and the DMA's registers, and the
    # bits of its addresses of memory, of which half is beyond 32 bits on larger boards.
    array set ps {
        clock         pl_clk0
        core_clock    pl_clk1
        reset         pl_resetn0
        interrupts    pl_ps_irq0
        control       M_AXI_HPM0_FPD
        control_clock maxihpm0_fpd_aclk
        memory        S_AXI_HP0_FPD
        memory_clock  saxihp0_fpd_aclk
        registers     0xA0000000
        dma           0xA0010000
        address_bits  40
    }
}

proc systole::processor {preset} {
    variable mhz
    variable bus_mhz
    variable crystal
    variable core_clock
    set ps [create_bd_cell -type ip -vlnv [newest xilinx.com:ip:zynq_ultra_ps_e] ps]
    if {$preset} {
        apply_bd_automation -rule xilinx.com:bd_rule:zynq_ultra_ps_e -config {apply_board_preset 1} $ps
    } else {
        # Without the board's preset, at least the clocks are right.
        set_property CONFIG.PSU__PSS_REF_CLK__FREQMHZ $crystal $ps
    }
    # Of the ports to the design, M_AXI_GP0 is M_AXI_HPM0_FPD; the others, which presets switch on, would want clocks.
    # Of those from it, S_AXI_GP2 is S_AXI_HP0_FPD.
    set_property -dict [list \
        CONFIG.PSU__USE__M_AXI_GP0 1 CONFIG.PSU__USE__M_AXI_GP1 0 CONFIG.PSU__USE__M_AXI_GP2 0 \
        CONFIG.PSU__USE__S_AXI_GP2 1 CONFIG.PSU__SAXIGP2__DATA_WIDTH 64 CONFIG.PSU__USE__IRQ0 1 \
        CONFIG.PSU__FPGA_PL0_ENABLE 1 CONFIG.PSU__CRL_APB__PL0_REF_CTRL__FREQMHZ $bus_mhz] $ps
    if {$core_clock} {
        set_property -dict [list \
            CONFIG.PSU__FPGA_PL1_ENABLE 1 CONFIG.PSU__CRL_APB__PL1_REF_CTRL__FREQMHZ $mhz] $ps
    }
}
