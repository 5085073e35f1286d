package systole.shell.spinal

import spinal.core._
import spinal.lib._

/** Frames of pseudo-random beats, for measurements. A beat is always offered. No reset begins the bits anew. */
final class FrameGenerator(payload: Beat, beats: Int, clock: Bool) extends Area {
  val beat = Stream(payload)
  private val position = new Countdown(beats, beat.fire)
  private val random = Clocks.started(clock)(Reg(Bits(32 bits)) init 1)
  when(beat.fire) {
    // x^32 + x^22 + x^2 + x + 1
    random := (random(30 downto 0) ## (random(31) ^ random(21) ^ random(1) ^ random(0)))
  }
  beat.valid := True
  beat.data := Cat(List.fill((payload.bits + 31) / 32)(random)).resize(payload.bits)
  beat.last := position.last
  if (payload.stateful) beat.fresh := False
}

/** Finds input frames that end before their last beat or continue after it. */
final class FrameLength(beats: Int, takes: Bool, last: Bool) extends Area {
  private val left = Reg(UInt(log2Up(beats.max(2)) bits)) init beats - 1
  private val over = Reg(Bool()) init False

  /** Whether the next beat should be the last one of its frame. */
  val due = Reg(Bool()) init Bool(beats == 1)
  when(takes) {
    left := last ? U(beats - 1) | left - 1
    due := last ? Bool(beats == 1) | (left === 1 && !over)
    over := !last && (over || due)
  }
  val short: Bool = takes && last && !due && !over
  val long: Bool = takes && due && !last
}

/**
 * Counts the frames of transfers.
 *
 * @param frames the number of frames that a transfer has; 0 counts as 1. A change counts a few cycles later.
 * @param beats the number of beats of a frame
 * @param ends whether a frame ends in this cycle
 * @param closes whether a transfer ends with this frame
 */
final class TransferFrames(frames: UInt, beats: Int, ends: Bool, closes: Bool) extends Area {
  private val number = Reg(UInt(widthOf(frames) bits)) init 1
  private val reached = number >= frames

  /** Whether the frame under way is the last one of its transfer, at the latest from its second beat on. */
  val last = Reg(Bool())
  last := reached

  /** The number of the next frame, from a register where it decides in the same cycle. */
  private val next = if (beats == 1) following() else number + 1
  if (beats == 1) when(ends) { last := closes ? (frames <= 1) | (reached || next === frames) }
  when(ends) { number := closes ? U(1) | next }

  private def following(): UInt = {
    val following = Reg(UInt(widthOf(frames) bits)) init 2
    when(ends) { following := closes ? U(2) | following + 1 }
    following
  }
}

/**
 * Measures the cycles from a frame's first beat in to its last beat out, for one frame at a time.
 *
 * @param begins whether the first beat of a frame went in a cycle ago, which is not yet in `framesIn`
 * @param ends whether the last beat of a frame comes out, which is not yet in `framesOut`
 */
final class FrameLatency(begins: Bool, ends: Bool, framesIn: UInt, framesOut: UInt) extends Area {
  private val measuring = Reg(Bool()) init False
  private val frame = Reg(UInt(32 bits))
  private val cycles = Reg(UInt(32 bits))
  private val done = RegNext(measuring && ends && framesOut === frame) init False
  private val free = !measuring || done
  val last = Reg(UInt(32 bits)) init 0
  measuring := !free || begins
  cycles := cycles + 1
  when(free) {
    frame := framesIn
    cycles := 1
  }
  when(done) { last := cycles }
}

/** Reports once when something has waited for `limit` cycles without a break. With a limit of 0, it never reports. */
final class StallWatch(waits: Bool, limit: UInt) extends Area {
  private val waited = RegNext(waits) init False
  private val limited = RegNext(limit =/= 0) init False
  private val told = Reg(Bool()) init False
  private val cycles = Reg(UInt(32 bits))
  private val reached = cycles >= limit && limited
  val event = RegNext(waited && !told && reached) init False
  told := waited && (told || reached)
  when(!waited) { cycles := 0 } elsewhen (limited && !told) { cycles := cycles + 1 }
}
