package systole.shell.spinal

import spinal.core._
import spinal.lib._

/** The streams on the bus side of the FIFOs in front of and behind the core, and the levels of these FIFOs. */
final class CoreFifos(
    in: Stream[Beat],
    out: Stream[Beat],
    core: CorePorts,
    inDepth: Int,
    outDepth: Int,
    clock: Bool,
    coreClock: Option[Bool],
    wanted: Bool
) extends Area {
  val reset: ResetSequence = coreClock match {
    case None => new CountedReset(clock, wanted)
    case Some(other) => new HandshakeReset(clock, other, wanted)
  }
  core.aresetn := !reset.core

  private val toCore = Stream(in.payloadType())
  core.s_axis_tdata := toCore.data
  core.s_axis_tvalid := toCore.valid
  core.s_axis_tlast := toCore.last
  if (core.stateful) core.s_axis_tuser := toCore.fresh
  toCore.ready := core.s_axis_tready

  private val fromCore = Stream(out.payloadType())
  fromCore.data := core.m_axis_tdata
  fromCore.last := core.m_axis_tlast
  fromCore.valid := core.m_axis_tvalid
  core.m_axis_tready := fromCore.ready

  private val busDomain = Clocks.reset(clock, Copy(clock, reset.next, "reset_fifos"))

  /** The number of beats in each FIFO, seen from the bus side. */
  val (inLevel, outLevel) = coreClock match {
    case None => oneClock()
    case Some(other) => twoClocks(Clocks.reset(other, reset.core))
  }

  private def oneClock(): (UInt, UInt) = new ClockingArea(busDomain) {
    val fifo_in = new StreamFifo(in.payloadType, inDepth, forFMax = true).setName("fifo_in")
    val fifo_out = new StreamFifo(out.payloadType, outDepth, forFMax = true).setName("fifo_out")
    fifo_in.io.push << in
    fifo_in.io.pop >> toCore
    fifo_out.io.push << fromCore
    fifo_out.io.pop >> out
    fifo_in.io.flush := False
    fifo_out.io.flush := False
    Unused("availability", fifo_in.io.availability, fifo_out.io.availability)
    val levels = (fifo_in.io.occupancy, fifo_out.io.occupancy)
  }.levels

  private def twoClocks(coreDomain: ClockDomain): (UInt, UInt) = {
    val fifo_in = new StreamFifoCC(in.payloadType, inDepth, busDomain, coreDomain, withPopBufferedReset = false)
      .setName("fifo_in")
    val fifo_out = new StreamFifoCC(out.payloadType, outDepth, coreDomain, busDomain, withPopBufferedReset = false)
      .setName("fifo_out")
    fifo_in.io.push << in
    fifo_in.io.pop >> toCore
    fifo_out.io.push << fromCore
    fifo_out.io.pop >> out
    Unused("occupancy", fifo_in.io.popOccupancy, fifo_out.io.pushOccupancy)
    (fifo_in.io.pushOccupancy, fifo_out.io.popOccupancy)
  }
}
