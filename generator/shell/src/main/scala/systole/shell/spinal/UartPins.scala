package systole.shell.spinal

import spinal.core._
import spinal.lib._

/**
 * Receives bytes from a line: 8 data bits, no parity, 1 stop bit, sampled in the middle of a bit. A byte with a bad
 * stop bit counts as damaged, and the next byte can begin only after the line has been high. A byte stays until some
 * bits of the next one have come.
 *
 * @param divisor cycles of a bit
 */
final class UartReceiver(line: Bool, divisor: Int) extends Area {
  val byte = Flow(Bits(8 bits))
  val damaged = Reg(Bool()) init False

  private val level = BufferCC(line, True)
  private val timer = Reg(UInt(log2Up(divisor) bits))
  private val bits = Reg(UInt(4 bits))
  private val shift = Reg(Bits(8 bits))
  private val busy, waiting = Reg(Bool()) init False
  private val sample = busy && timer === 0

  when(timer === 0) { timer := divisor - 1 } otherwise { timer := timer - 1 }
  when(!busy) {
    when(level) { waiting := False }
    when(!level && !waiting) {
      busy := True
      timer := divisor / 2 - 1
      bits := 0
    }
  }
  private val valid = Reg(Bool()) init False
  valid := False
  byte.valid := valid
  byte.payload := shift
  damaged := False
  when(sample) {
    bits := bits + 1
    when(bits === 0) {
      when(level) { busy := False }
    } elsewhen (bits === 9) {
      busy := False
      waiting := !level
      valid := level
      damaged := !level
    } otherwise {
      shift := level ## shift(7 downto 1)
    }
  }
}

/** Sends bytes to a line, which is driven by a register. */
final class UartTransmitter(bytes: Stream[Bits], divisor: Int) extends Area {
  private val timer = Reg(UInt(log2Up(divisor) bits)) init 0
  private val left = Reg(UInt(4 bits)) init 0
  private val shift = Reg(Bits(9 bits)) init 0x1FF
  val line: Bool = shift(0)

  bytes.ready := left === 0
  when(timer =/= 0) { timer := timer - 1 }
  when(bytes.fire) {
    shift := bytes.payload ## False
    left := 10
    timer := divisor - 1
  } elsewhen (left =/= 0 && timer === 0) {
    shift := True ## shift(8 downto 1)
    left := left - 1
    timer := divisor - 1
  }
}
