package systole.shell.spinal

import spinal.core._
import spinal.lib._
import spinal.lib.bus.amba4.axilite._
import systole.shell.{RegisterMap, ShellLink, ShellSpec}

/** A processor's shell: registers on AXI4-Lite, frames on AXI4-Stream. */
final class ShellAxi(spec: ShellSpec, link: ShellLink.Axi) extends Component {
  setDefinitionName(spec.shellModule)
  noIoPrefix()

  private val inBytes = spec.input.busBytes
  private val outBytes = spec.output.busBytes

  val s_axi_aclk, s_axi_aresetn = in Bool ()
  val core_clk = link.ownCoreClock() generate (in Bool ())
  val s_axi = slave(AxiLite4(AxiLiteSlave.config))
  val s_axis_tdata = in Bits (8 * inBytes bits)
  val s_axis_tkeep = in Bits (inBytes bits)
  val s_axis_tvalid, s_axis_tlast = in Bool ()
  val s_axis_tready = out Bool ()
  val m_axis_tdata = out Bits (8 * outBytes bits)
  val m_axis_tkeep = out Bits (outBytes bits)
  val m_axis_tvalid, m_axis_tlast = out Bool ()
  val m_axis_tready = in Bool ()
  val irq = out Bool ()
  val core = master(CorePorts(8 * spec.input.coreBytes, 8 * spec.output.coreBytes, spec.stateful))

  AxiLite4SpecRenamer(s_axi)

  private val rst = Clocks.fromPin(s_axi_aclk, s_axi_aresetn)
  private val late = Copy(s_axi_aclk, rst, "reset_registers")

  private val bus = new ClockingArea(Clocks.reset(s_axi_aclk, late)) {
    val port = RegisterPort()
    val slave = new AxiLiteSlave(s_axi, port, rst || late)
    val bank = new RegisterBank(RegisterMap.of(spec), port, s_axi_aclk, rst)

    val source = Stream(Beat(8 * spec.input.coreBytes, spec.stateful))
    source.valid := s_axis_tvalid
    source.data := s_axis_tdata.resized
    source.last := s_axis_tlast
    if (spec.stateful) source.fresh := False
    s_axis_tready := source.ready
    val partial = !s_axis_tkeep(0 until spec.input.coreBytes).andR

    val sink = Stream(Beat(8 * spec.output.coreBytes, false))
    m_axis_tvalid := sink.valid
    m_axis_tdata := sink.data.resized
    m_axis_tkeep.setAll()
    m_axis_tlast := sink.last
    sink.ready := m_axis_tready

    val depths = (link.inDepth(), link.outDepth())
    val shell = new FrameShell(
      spec, bank, source, partial, sink, core, depths, s_axi_aclk, rst, Option(core_clk), pending = False, abort = False,
      transfer = Some(bank.value("TRANSFER_FRAMES", "FRAMES").asUInt))

    val limit = bank.value("STALL_LIMIT", "VALUE").asUInt
    val inStall = new StallWatch(shell.inFrame && s_axis_tready && !s_axis_tvalid, limit)
    val outStall = new StallWatch(m_axis_tvalid && !m_axis_tready, limit)
    shell.error("STALLED", inStall.event || outStall.event)

    val pending = bank.both("IRQ_STATUS", "IRQ_ENABLE")
    irq := RegNext(pending) init False
  }
  bus.setName("")
  Unused("bus", s_axis_tdata, s_axis_tkeep, s_axi.aw.prot, s_axi.ar.prot, s_axi.aw.addr(1 downto 0), s_axi.ar.addr(1 downto 0))
}
