package systole.shell.spinal

import spinal.core._

/**
 * Counts events round and round.
 *
 * @param count the number of events in a round
 * @param happens whether an event happens in this cycle, which may be known late in the cycle
 */
final class Countdown(count: Int, happens: Bool) extends Area {
  /** The number of events in this round after the next one. */
  val left = Reg(UInt(log2Up(count.max(2)) bits)) init count - 1
  /** Whether the next event is the last one of its round; a register. */
  val last = Reg(Bool()) init Bool(count == 1)
  if (count > 1) when(happens) {
    left := last ? U(count - 1) | left - 1
    last := left === 1
  }
}
