package systole.shell.spinal

import spinal.core._
import spinal.lib._

/** The clock domains of a shell. Nothing here is asynchronous: resets are sampled by the clock that they reset. */
object Clocks {
  private val started = ClockDomainConfig(resetKind = BOOT)
  private val reset = ClockDomainConfig(resetKind = SYNC, resetActiveLevel = HIGH)

  /** Registers that start with their values when the chip is configured, and that no reset touches. */
  def started(clock: Bool): ClockDomain = ClockDomain(clock, config = started)

  /** Registers that a synchronous reset, active high, gives their values. */
  def reset(clock: Bool, rst: Bool): ClockDomain = ClockDomain(clock, reset = rst, config = reset)

  /**
   * The reset of a pin, active low, for a domain of its own: also active in the first cycle after configuration, so that
   * the shell starts correctly without a reset.
   */
  def fromPin(clock: Bool, resetn: Bool): Bool =
    new ClockingArea(started(clock)) {
      val rst = Reg(Bool()) init True
      rst := !resetn
    }.setCompositeName(resetn, "sampled").rst
}
