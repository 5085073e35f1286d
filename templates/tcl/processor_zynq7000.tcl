# The processor of a Zynq-7000. build_zynq.tcl calls it.
namespace eval systole {
    # Its pins and ports that the block design connects, where software finds the design and the DMA's registers, and the
    # bits of its addresses of memory.
    array set ps {
        clock         FCLK_CLK0
        core_clock    FCLK_CLK1
        reset         FCLK_RESET0_N
        interrupts    IRQ_F2P
        control       M_AXI_GP0
        control_clock M_AXI_GP0_ACLK
        memory        S_AXI_HP0
        memory_clock  S_AXI_HP0_ACLK
        registers     0x43C00000
        dma           0x40400000
        address_bits  32
    }
}

proc systole::processor {preset} {
    variable mhz
    variable bus_mhz
    variable crystal
    variable core_clock
    set ps [create_bd_cell -type ip -vlnv [newest xilinx.com:ip:processing_system7] ps]
    apply_bd_automation -rule xilinx.com:bd_rule:processing_system7 -config [list \
        make_external {FIXED_IO, DDR} apply_board_preset $preset Master Disable Slave Disable] $ps
    # Without the board's preset, at least the clocks are right.
    if {!$preset} { set_property CONFIG.PCW_CRYSTAL_PERIPHERAL_FREQMHZ $crystal $ps }
    set_property -dict [list \
        CONFIG.PCW_USE_M_AXI_GP0 1 CONFIG.PCW_USE_S_AXI_HP0 1 CONFIG.PCW_S_AXI_HP0_DATA_WIDTH 64 \
        CONFIG.PCW_USE_FABRIC_INTERRUPT 1 CONFIG.PCW_IRQ_F2P_INTR 1 \
        CONFIG.PCW_EN_CLK0_PORT 1 CONFIG.PCW_FPGA0_PERIPHERAL_FREQMHZ $bus_mhz] $ps
    if {$core_clock} {
        set_property -dict [list CONFIG.PCW_EN_CLK1_PORT 1 CONFIG.PCW_FPGA1_PERIPHERAL_FREQMHZ $mhz] $ps
    }
}
