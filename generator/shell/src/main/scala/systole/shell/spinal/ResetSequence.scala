package systole.shell.spinal

import spinal.core._
import spinal.lib._

/**
 * Resets everything that frames pass through. While `active`, the bus side of the FIFOs is held in reset. For some of
 * these cycles, the core and its side of the FIFOs are held as well. The sequence runs once when the chip is
 * configured, and whenever it is `wanted`. A request that comes while it runs makes it run again.
 */
abstract class ResetSequence extends Area {
  /** Whether to reset, a level or a pulse. */
  val wanted: Bool

  /** Whether the bus side is reset; a register. */
  def active: Bool

  /** Whether `active` is high in the next cycle. */
  def next: Bool

  /**
   * Whether to reset, in the next cycle, the registers that nothing uses while the bus side is reset. It rises after
   * `active` and falls some cycles before it, so that copies of it can come a cycle later.
   */
  def inner: Bool

  /** Whether the core is reset, in its domain; a register. */
  def core: Bool
}

/** The sequence for one clock, which counts cycles. */
final class CountedReset(clock: Bool, val wanted: Bool) extends ResetSequence {
  private val logic = new ClockingArea(Clocks.started(clock)) {
    val left = Reg(UInt(3 bits)) init 7
    val hold = Reg(Bool()) init True
    when(wanted) { left := 7 } elsewhen (left =/= 0) { left := left - 1 }
    val next = wanted || left =/= 0
    hold := next
    val early = Reg(Bool()) init True
    early := left >= 4
  }
  override def active: Bool = logic.hold
  override def next: Bool = logic.next
  override def inner: Bool = logic.early
  override def core: Bool = logic.hold
}

/**
 * The sequence for two clocks, which is a four-phase handshake. The core side is released only after the bus side has
 * been held for a while and has seen that the core side is held. The bus side is released only after it has seen that
 * the core side is released.
 */
final class HandshakeReset(busClock: Bool, coreClock: Bool, val wanted: Bool) extends ResetSequence {
  private val request = Bool()
  private val acknowledge = Bool()

  private val coreSide = new ClockingArea(Clocks.started(coreClock)) {
    val asked = BufferCC(request, False)
    val held = Reg(UInt(3 bits)) init 0
    val hold = Reg(Bool()) init True
    val answer = Reg(Bool()) init False
    hold := asked
    when(!asked) { held := 0 } elsewhen (held =/= 7) { held := held + 1 }
    answer := asked && held === 7
  }
  acknowledge := coreSide.answer

  private val busSide = new ClockingArea(Clocks.started(busClock)) {
    val answered = BufferCC(acknowledge, False)
    val asking = Reg(Bool()) init True
    val pending = Reg(Bool()) init False
    val hold = Reg(Bool()) init True
    when(asking && answered) { asking := False }
    when(!asking && !answered && pending) {
      asking := True
      pending := False
    }
    when(wanted) { pending := True }
    val next = wanted || pending || asking || answered
    hold := next
  }
  request := busSide.asking

  override def active: Bool = busSide.hold
  override def next: Bool = busSide.next
  override def inner: Bool = busSide.asking
  override def core: Bool = coreSide.hold
}
