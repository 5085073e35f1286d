package systole.shell.spinal

import spinal.core._
import spinal.lib._
import systole.shell.{RegisterMap, ShellLink, ShellSpec}

/** A serial line's shell: registers and frames over two pins. */
final class ShellUart(spec: ShellSpec, link: ShellLink.Uart) extends Component {
  setDefinitionName(spec.shellModule)
  noIoPrefix()

  val clk, resetn = in Bool ()
  val uart_rxd = in Bool ()
  val uart_txd = out Bool ()
  val led_busy, led_error = out Bool ()
  val core = master(CorePorts(8 * spec.input.coreBytes, 8 * spec.output.coreBytes, spec.stateful))

  private val rst = Clocks.fromPin(clk, resetn)

  private val late = Copy(clk, rst, "reset_registers")

  private val bus = new ClockingArea(Clocks.reset(clk, late)) {
    val port = RegisterPort()
    val bank = new RegisterBank(RegisterMap.of(spec), port, clk, rst)
    val source = Stream(Beat(8 * spec.input.coreBytes, spec.stateful))
    val sink = Stream(Beat(8 * spec.output.coreBytes, false))
    val pending, abort = Bool()
    val depths = (ShellLink.Uart.DEPTH, ShellLink.Uart.DEPTH)
    val shell = new FrameShell(spec, bank, source, False, sink, core, depths, clk, rst, None, pending, abort, None)

    val results = Stream(Bits(8 * spec.output.coreBytes bits))
    results.translateFrom(sink)((to, from) => to := from.data)
    val line = new UartLink(spec, link, uart_rxd, port, shell.resetting, shell.domain("line"), results)
    abort := line.abort
    pending := line.pending
    source.translateFrom(line.beat) { (to, from) =>
      to.data := from
      to.last := line.last
      if (spec.stateful) to.fresh := False
    }
    uart_txd := line.pin
    shell.error("LINK_ERROR", line.garbage)
    led_busy := RegNext(shell.busy) init False
    led_error := RegNext(bank.anyError) init False
  }
  bus.setName("")
}
