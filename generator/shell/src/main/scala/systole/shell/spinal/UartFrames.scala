package systole.shell.spinal

import spinal.core._
import spinal.lib._
import systole.shell.{ShellStream, UartProtocol}

/**
 * Holds a part of an input frame and turns it into beats. Data is written while `busy` is low, and `send` starts the
 * transfer. It belongs to the domain in which the streams are reset.
 */
final class UartFrameBuffer(stream: ShellStream, data: Flow[Bits], place: UInt, accepts: Bool) extends Area {
  val send = False
  val length = UInt(11 bits)
  val busy = Reg(Bool()) init False
  val beat = Stream(Bits(8 * stream.coreBytes bits))
  val last = Bool()

  private val memory = Mem(Bits(8 bits), UartProtocol.CHUNK)
  private val write = memory.writePort()
  write.valid := data.valid && accepts
  write.address := place
  write.data := data.payload

  private val left = Reg(UInt(11 bits))
  private val address = Stream(UInt(10 bits))
  private val next = Reg(UInt(10 bits))
  address.valid := busy
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
  private val position = new Countdown(stream.beats, beat.fire)
  last := position.last
}

/**
 * Collects a part of an output frame, as much as one message carries, and keeps it until it is `drop`ped. It belongs to
 * the domain in which the streams are reset.
 */
final class UartResultBuffer(stream: ShellStream, beats: Stream[Bits]) extends Area {
  val drop = False
  private val parts = (stream.frameBytes + UartProtocol.CHUNK - 1) / UartProtocol.CHUNK
  private val lastLength = stream.frameBytes - (parts - 1) * UartProtocol.CHUNK
  private val part = Reg(UInt(log2Up(parts.max(2)) bits)) init 0

  /** The offset of the part in the frame. */
  val offset: UInt = part << log2Up(UartProtocol.CHUNK)
  /** Whether the part is the last one of the frame, and whether the next one is; known a cycle late. */
  val ends: Bool = isLast(parts - 1)
  private val nextEnds = if (parts == 1) True else isLast(parts - 2)
  private def isLast(number: Int): Bool = RegNext(part === number)

  /** The length of a complete part in bytes, and so many bytes more. */
  private def length(last: Bool, more: Int): UInt =
    last ? U(lastLength + more, 11 bits) | U(UartProtocol.CHUNK + more, 11 bits)
  /** The length of a message's payload with this part: its offset and its data. */
  val payloadLength: UInt = length(ends, UartProtocol.OFFSET_BYTES)

  private val missing = Reg(UInt(11 bits)) init (if (parts == 1) lastLength else UartProtocol.CHUNK)
  private val place = Reg(UInt(10 bits)) init 0
  /** Whether the part is complete. */
  val whole = Reg(Bool()) init False

  /** Whether a part of a frame is here or has been here. */
  val begun = Reg(Bool()) init False

  private val bytes = Stream(Bits(8 bits))
  Bytes.fromBeats(beats, bytes)
  private val memory = Mem(Bits(8 bits), UartProtocol.CHUNK)
  bytes.ready := !whole
  private val write = memory.writePort()
  write.valid := bytes.fire
  write.address := place
  write.data := bytes.payload
  when(bytes.fire) {
    missing := missing - 1
    place := place + 1
    whole := missing === 1
    begun := True
  }
  when(drop) {
    missing := length(nextEnds, 0)
    place := 0
    whole := False
    begun := !ends
    part := ends ? U(0) | part + 1
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
      val whole = new Countdown(count, bytes.fire).setName("beat_count").last
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
      val counter = new Countdown(count, bytes.fire).setName("byte_count")
      bytes.valid := beats.valid
      bytes.payload := beats.payload.subdivideIn(8 bits).reverse.read(counter.left)
      beats.ready := bytes.ready && counter.last
    }
  }
}
