package systole.shell.spinal

import spinal.core._
import spinal.lib._

/** Frames of pseudo-random beats, for measurements. A beat is always offered. */
final class FrameGenerator(payload: Beat, beats: Int) extends Area {
  val beat = Stream(payload)
  private val position = Counter(beats, inc = beat.fire)
  private val random = Reg(Bits(32 bits)) init 1
  when(beat.fire) {
    // x^32 + x^22 + x^2 + x + 1
    random := (random(30 downto 0) ## (random(31) ^ random(21) ^ random(1) ^ random(0)))
  }
  beat.valid := True
  beat.data := Cat(List.fill((payload.bits + 31) / 32)(random)).resize(payload.bits)
  beat.last := position.willOverflowIfInc
  if (payload.stateful) beat.fresh := False
}

/** Finds input frames that end before their last beat or continue after it. */
final class FrameLength(beats: Int, takes: Bool, last: Bool) extends Area {
  private val position = Reg(UInt(log2Up(beats + 1) bits)) init 0

  /** Whether the next beat should be the last one of its frame. */
  val due: Bool = position === beats - 1
  private val over = position === beats
  when(takes) {
    when(last) { position := 0 } elsewhen (!over) { position := position + 1 }
  }
  val short: Bool = takes && last && !due && !over
  val long: Bool = takes && due && !last
}

/**
 * Counts the frames of transfers.
 *
 * @param frames the number of frames that a transfer has; 0 counts as 1
 * @param ends whether a frame ends in this cycle
 * @param closes whether a transfer ends with this frame
 */
final class TransferFrames(frames: UInt, ends: Bool, closes: Bool) extends Area {
  private val done = Reg(UInt(widthOf(frames) bits)) init 0

  /** Whether the frame under way is the last one of its transfer. */
  val last: Bool = done +^ 1 >= frames
  when(ends) { done := closes ? U(0) | done + 1 }
}

/** Measures the cycles from a frame's first beat in to its last beat out, for one frame at a time. */
final class FrameLatency(begins: Bool, ends: Bool, framesIn: UInt, framesOut: UInt) extends Area {
  private val measuring = Reg(Bool()) init False
  private val frame = Reg(UInt(32 bits))
  private val cycles = Reg(UInt(32 bits))
  val last = Reg(UInt(32 bits)) init 0
  when(measuring) { cycles := cycles + 1 }
  when(begins && !measuring) {
    measuring := True
    frame := framesIn
    cycles := 1
  }
  when(measuring && ends && framesOut === frame) {
    measuring := False
    last := cycles
  }
}

/** Reports once when something has waited for `limit` cycles without a break. With a limit of 0, it never reports. */
final class StallWatch(waits: Bool, limit: UInt) extends Area {
  private val cycles = Reg(UInt(32 bits)) init 0
  private val told = Reg(Bool()) init False
  private val reached = cycles >= limit && limit =/= 0
  val event: Bool = waits && !told && reached
  when(!waits) {
    cycles := 0
    told := False
  } elsewhen (reached) {
    told := True
  } elsewhen (limit =/= 0) {
    cycles := cycles + 1
  }
}
