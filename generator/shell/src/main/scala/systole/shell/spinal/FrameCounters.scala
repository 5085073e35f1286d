package systole.shell.spinal

import spinal.core._
import spinal.lib._

/**
 * Counts beats and frames. All but the frames that come out are counted a cycle after they pass.
 *
 * @param takes whether a beat goes in, which may be the first or the last one of its frame
 * @param gives whether a beat comes out, which may be the last one of its frame
 * @param domain makes a domain whose registers are reset with the streams, by a register of its own
 */
final class FrameCounters(
    takes: Bool,
    first: Bool,
    last: Bool,
    gives: Bool,
    lastOut: Bool,
    domain: String => ClockDomain
) extends Area {
  private val beats = new ClockingArea(domain("beats")) {
    val in, out = Reg(UInt(32 bits)) init 0
    val took = RegNext(takes) init False
    val gave = RegNext(gives) init False
    when(took) { in := in + 1 }
    when(gave) { out := out + 1 }
  }
  private val frames = new ClockingArea(domain("frames")) {
    val in, out = Reg(UInt(32 bits)) init 0
    val begins = RegNext(takes && first) init False
    val endsIn = RegNext(takes && last) init False
    when(endsIn) { in := in + 1 }
    when(gives && lastOut) { out := out + 1 }
    val even = RegNext(in === out && !beats.took && !takes) init True
  }
  private val measured = new ClockingArea(domain("latency")) {
    val latency = new FrameLatency(frames.begins, gives && lastOut, frames.in, frames.out)
  }

  def beatsIn: UInt = beats.in
  def beatsOut: UInt = beats.out
  def framesIn: UInt = frames.in
  def framesOut: UInt = frames.out
  def latency: UInt = measured.latency.last

  /** Whether all frames that went in have come out, some cycles late. It is low in the cycle after a beat was taken. */
  def even: Bool = frames.even
}
