package systole.shell.spinal

import spinal.core._
import spinal.lib._

/**
 * The clock domains of a shell. No reset is asynchronous: each is sampled by the clock of the registers that it resets.
 */
object Clocks {
  private val started = ClockDomainConfig(resetKind = BOOT)
  private val reset = ClockDomainConfig(resetKind = SYNC, resetActiveLevel = HIGH)

  /** A domain whose registers get their values when the chip is configured and are not reset later. */
  def started(clock: Bool): ClockDomain = ClockDomain(clock, config = started)

  /** A domain whose registers get their values from a synchronous reset, active high. */
  def reset(clock: Bool, rst: Bool): ClockDomain = ClockDomain(clock, reset = rst, config = reset)

  /**
   * The domain of an active-low reset pin. The reset is also active in the first cycle after configuration, so that the
   * shell starts correctly without a reset.
   */
  def fromPin(clock: Bool, resetn: Bool): Bool =
    new ClockingArea(started(clock)) {
      val rst = Reg(Bool()) init True
      rst := !resetn
    }.setCompositeName(resetn, "sampled").rst
}
