package systole.shell.spinal

import spinal.core._
import spinal.lib._
import systole.shell.{ShellStream, UartProtocol}

/**
 * Holds a part of an input frame and turns it into beats. Data is written while `busy` is low, and `send` starts the
 * transfer. It belongs to the domain in which the streams are reset.
 */
final class UartFrameBuffer(stream: ShellStream, data: Flow[Bits], position: UInt, accepts: Bool) extends Area {
  val send = False
  val length = UInt(11 bits)
  val busy = Reg(Bool()) init False
  val beat = Stream(Bits(8 * stream.coreBytes bits))
  val last = Bool()

  private val memory = Mem(Bits(8 bits), UartProtocol.CHUNK)
  private val write = memory.writePort()
  write.valid := data.valid && accepts
  write.address := position(9 downto 0) - UartProtocol.OFFSET_BYTES
  write.data := data.payload

  private val left = Reg(UInt(11 bits)) init 0
  private val address = Stream(UInt(10 bits))
  private val next = Reg(UInt(10 bits)) init 0
  address.valid := left =/= 0
  address.payload := next
  when(address.fire) {
    left := left - 1
    next := next + 1
    when(left === 1) { busy := False }
  }
  when(send) {
    left := length
    next := 0
    busy := True
  }
  private val byte = memory.readSync(address.payload, address.fire)
  Bytes.toBeats(address.m2sPipe().translateWith(byte), beat)
  last := Counter(stream.beats, inc = beat.fire).willOverflowIfInc
}

/**
 * Collects a part of an output frame, as much as one message carries, and keeps it until it is `drop`ped. It belongs to
 * the domain in which the streams are reset.
 */
final class UartResultBuffer(stream: ShellStream, beats: Stream[Bits]) extends Area {
  val drop = False
  private val frameBytes = stream.frameBytes
  private val most = frameBytes.min(UartProtocol.CHUNK)

  /** The offset of the part in the frame. */
  val offset = Reg(UInt(32 bits)) init 0
  private val left = U(frameBytes, 32 bits) - offset

  /** The length of the complete part in bytes. */
  val length: UInt = (left < most) ? left(10 downto 0) | U(most, 11 bits)
  private val filled = Reg(UInt(11 bits)) init 0
  val whole: Bool = filled === length

  /** Whether a part of a frame is here or has been here, and whether this part is the last of the frame. */
  val begun: Bool = filled =/= 0 || offset =/= 0
  val ends: Bool = left === length

  private val bytes = Stream(Bits(8 bits))
  Bytes.fromBeats(beats, bytes)
  private val memory = Mem(Bits(8 bits), UartProtocol.CHUNK)
  bytes.ready := !whole
  private val write = memory.writePort()
  write.valid := bytes.fire
  write.address := filled(9 downto 0)
  write.data := bytes.payload
  when(bytes.fire) { filled := filled + 1 }
  when(drop) {
    filled := 0
    offset := ends ? U(0) | offset + length
  }

  /** The byte at an address, a cycle later. */
  def read(address: UInt, enable: Bool): Bits = memory.readSync(address, enable)
}

/** Converts between bytes and beats. The first byte is lowest. */
object Bytes {
  /** Collects all bytes of a beat except the last one, which passes through. */
  def toBeats(bytes: Stream[Bits], beats: Stream[Bits]): Unit = {
    val count = widthOf(beats.payload) / 8
    if (count == 1) beats << bytes
    else {
      val first = Reg(Bits(8 * (count - 1) bits)).setName("beat_bytes")
      val counter = Counter(count, inc = bytes.fire).setName("beat_count")
      val whole = counter.willOverflowIfInc
      when(bytes.fire) {
        first := (if (count == 2) bytes.payload else bytes.payload ## first(8 * count - 9 downto 8))
      }
      beats.valid := bytes.valid && whole
      beats.payload := bytes.payload ## first
      bytes.ready := beats.ready || !whole
    }
  }

  /** Shows the bytes of a beat one after the other. The beat is taken with its last byte. */
  def fromBeats(beats: Stream[Bits], bytes: Stream[Bits]): Unit = {
    val count = widthOf(beats.payload) / 8
    if (count == 1) bytes << beats
    else {
      val counter = Counter(count, inc = bytes.fire).setName("byte_count")
      bytes.valid := beats.valid
      bytes.payload := beats.payload.subdivideIn(8 bits)(counter.value)
      beats.ready := bytes.ready && counter.willOverflowIfInc
    }
  }
}
