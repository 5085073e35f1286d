package systole.shell.spinal

import spinal.core._
import spinal.lib._
import spinal.lib.fsm._
import systole.shell.UartProtocol

/**
 * Sends an answer, and sends it again on demand. It keeps the type, the number and the first bytes of the payload. A
 * `report` about bytes that were no request is sent in between and does not replace the answer.
 *
 * @param result reads the data of a result
 */
final class UartAnswer(bytes: Stream[Bits], result: (UInt, Bool) => Bits) extends Area {
  val start = False
  val kind, sequence = Reg(Bits(8 bits)) init 0
  /** The length of the payload, in bytes. */
  val length = Reg(UInt(11 bits)) init 0
  /** The payload, or the offset in front of the data of a result; the first byte lowest. */
  val head = Reg(Bits(32 bits)) init 0
  /** Whether the answer has data of a result behind its head. */
  val isResult: Bool = kind === (UartProtocol.RESULT | UartProtocol.ANSWER)

  private val reports = Reg(Bool()) init False
  private val reportCode, reportSequence = Reg(Bits(8 bits)) init 0
  private val saidKind = reports ? B(UartProtocol.ERROR, 8 bits) | kind
  private val saidSequence = reports ? reportSequence | sequence
  private val saidLength = reports ? U(1, 11 bits) | length
  private val saidHead = reports ? reportCode.resize(32) | head

  /** Sends the answer. */
  def say(): Unit = {
    start := True
    reports := False
  }

  /** Sends the report of an error. */
  def report(code: Bits, number: Bits): Unit = {
    start := True
    reports := True
    reportCode := code
    reportSequence := number
  }

  private val index = Reg(UInt(12 bits)) init 0
  private val active = Reg(Bool()) init False
  private val crc = new UartCrc
  private val total = saidLength +^ UartProtocol.OVERHEAD
  private val payloadIndex = index - 6
  private val address = index(9 downto 0) - (6 + UartProtocol.OFFSET_BYTES) + U(bytes.fire).resized
  private val data = result(address, active)

  /** Whether an answer is on its way. */
  val busy: Bool = CombInit(active)

  private val body = index >= 2 && index < saidLength + 6
  bytes.valid := active
  bytes.payload := (isResult && !reports && payloadIndex >= UartProtocol.OFFSET_BYTES) ? data | saidHead.subdivideIn(8 bits)(payloadIndex(1 downto 0))
  switch(index) {
    is(0) { bytes.payload := UartProtocol.SYNC_0 }
    is(1) { bytes.payload := UartProtocol.SYNC_1 }
    is(2) { bytes.payload := saidKind }
    is(3) { bytes.payload := saidSequence }
    is(4) { bytes.payload := saidLength(7 downto 0).asBits }
    is(5) { bytes.payload := saidLength(10 downto 8).asBits.resized }
  }
  when(index === saidLength + 6) { bytes.payload := crc.value(15 downto 8) }
  when(index === saidLength + 7) { bytes.payload := crc.value(7 downto 0) }

  when(start) {
    active := True
    index := 0
    crc.restart()
  }
  when(bytes.fire) {
    index := index + 1
    when(body) { crc.take(bytes.payload) }
    when(index === total - 1) { active := False }
  }
}
