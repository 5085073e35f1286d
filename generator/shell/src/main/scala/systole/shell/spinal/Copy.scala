package systole.shell.spinal

import spinal.core._
import spinal.lib._

/**
 * A copy of a bit, a cycle later, for a few dozen of the pins that the bit would drive. It is a module of its own, because
 * synthesis merges equal registers of a module.
 */
final class Copy extends Component {
  noIoPrefix()
  val clk, from = in Bool ()
  val to = out Bool ()

  private val area = new ClockingArea(Clocks.started(clk)) {
    val bit = RegNext(from) init True
    bit.addAttribute("keep", "true")
  }
  to := area.bit
}

object Copy {
  def apply(clock: Bool, from: Bool, name: String): Bool = {
    val copy = new Copy().setName(name)
    copy.clk := clock
    copy.from := from
    copy.to
  }
}

/** A beat's choice between two, made by copies of one bit, each for a slice of the beat. */
final class Copies(clock: Bool, from: Bool, bits: Int, prefix: String) extends Area {
  private val slices = (0 until bits by Copies.SLICE).toList
  private val copies = slices.map(low => Copy(clock, from, prefix + "_" + low / Copies.SLICE))

  /** The first beat if the copies are set, and the second one if not. */
  def choose(set: Bits, unset: Bits): Bits = Cat(slices.zip(copies).map { case (low, copy) =>
    val high = (low + Copies.SLICE).min(bits) - 1
    copy ? set(high downto low) | unset(high downto low)
  })
}

object Copies {
  /** As wide as the slices in which the core holds beats. */
  private val SLICE = 72
}
