package systole.shell.spinal

import spinal.core._
import spinal.lib._
import spinal.lib.bus.amba4.axilite._
import systole.shell.RegisterMap

/**
 * AXI4-Lite in front of a register port. It handles one write and one read at a time, in their order. The address and
 * the data of a write may come in any order. Every valid and ready is low from the first cycle in which a reset is
 * sampled.
 */
final class AxiLiteSlave(bus: AxiLite4, port: RegisterPort, rst: Bool) extends Area {
  private val open = !rst

  private val write = new Area {
    val addressHeld, dataHeld, answers = Reg(Bool()) init False
    val address = RegNextWhen(bus.aw.addr(RegisterMap.ADDRESS_BITS - 1 downto 2), bus.aw.fire)
    val data = RegNextWhen(bus.w.data, bus.w.fire)
    val strobes = RegNextWhen(bus.w.strb, bus.w.fire)
    val does = addressHeld && dataHeld && !answers

    bus.aw.ready := open && !addressHeld
    bus.w.ready := open && !dataHeld
    when(bus.aw.fire) { addressHeld := True }
    when(bus.w.fire) { dataHeld := True }
    when(bus.b.fire) { answers := False }
    when(does) {
      addressHeld := False
      dataHeld := False
      answers := True
    }
    port.writes := does
    port.writeAddress := address
    port.writeData := data
    port.writeStrobes := strobes
    bus.b.valid := answers && open
    bus.b.resp := port.writeError ? AxiLite4.resp.SLVERR | AxiLite4.resp.OKAY
  }

  private val read = new Area {
    val addressHeld, answers = Reg(Bool()) init False
    val address = RegNextWhen(bus.ar.addr(RegisterMap.ADDRESS_BITS - 1 downto 2), bus.ar.fire)
    val does = addressHeld && !answers

    bus.ar.ready := open && !addressHeld
    when(bus.ar.fire) { addressHeld := True }
    when(bus.r.fire) { answers := False }
    when(does) {
      addressHeld := False
      answers := True
    }
    port.reads := does
    port.readAddress := address
    bus.r.valid := answers && open
    bus.r.data := port.readData
    bus.r.resp := port.readError ? AxiLite4.resp.SLVERR | AxiLite4.resp.OKAY
  }
}

object AxiLiteSlave {
  def config: AxiLite4Config = AxiLite4Config(addressWidth = RegisterMap.ADDRESS_BITS, dataWidth = 32)
}
