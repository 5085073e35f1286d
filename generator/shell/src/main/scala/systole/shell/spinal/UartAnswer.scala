package systole.shell.spinal

import spinal.core._
import spinal.lib._
import spinal.lib.fsm._
import systole.shell.UartProtocol

/**
 * Sends an answer, and sends it again on demand. It keeps the type, the number and the first bytes of the payload. A
 * `report` about bytes that were no request is sent in between and does not replace the answer. Each byte has some cycles
 * to get ready: it passes two registers behind the block RAM. Meanwhile the one before is on the line.
 *
 * @param result reads the data of a result, a cycle later
 */
final class UartAnswer(bytes: Stream[Bits], result: (UInt, Bool) => Bits) extends Area {
  val start = False
  val kind, sequence = Reg(Bits(8 bits))
  /** The length of the payload, in bytes. */
  val length = Reg(UInt(11 bits))
  /** The payload, or the offset in front of the data of a result; the first byte lowest. */
  val head = Reg(Bits(32 bits))
  /** Whether the answer has data of a result behind its head. */
  val isResult: Bool = kind === (UartProtocol.RESULT | UartProtocol.ANSWER)

  /** Of the next byte of the data, which follows the head. */
  private val address = Reg(UInt(10 bits))
  private val reports = Reg(Bool())
  private val reportCode, reportSequence = Reg(Bits(8 bits))
  private val saidKind = reports ? B(UartProtocol.ERROR, 8 bits) | kind
  private val saidSequence = reports ? reportSequence | sequence
  private val saidLength = reports ? U(1, 11 bits) | length
  private val saidHead = reports ? reportCode | head.subdivideIn(8 bits)(address(1 downto 0))

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

  private val active = Reg(Bool()) init False
  /** Whether an answer is on its way. */
  val busy: Bool = CombInit(active)

  private val step = Reg(UInt(4 bits))
  private val inPayload = step === UartAnswer.PAYLOAD
  private val crc = new UartCrc
  /** The bytes of the payload that are to be sent. */
  private val left = Reg(UInt(11 bits))
  private val none = RegNext(saidLength === 0)
  private val behind = Reg(Bool())
  private val data = RegNext(result(address, active))
  private val age = Reg(Bits(3 bits))

  bytes.valid := active && age(2)
  bytes.payload := RegNext(step.mux(
    0 -> B(UartProtocol.SYNC_0, 8 bits),
    1 -> B(UartProtocol.SYNC_1, 8 bits),
    2 -> saidKind,
    3 -> saidSequence,
    4 -> saidLength(7 downto 0).asBits,
    5 -> saidLength(10 downto 8).asBits.resize(8),
    UartAnswer.CRC -> crc.value(15 downto 8),
    UartAnswer.CRC + 1 -> crc.value(7 downto 0),
    default -> (behind ? data | saidHead)
  ))

  age := age(1 downto 0) ## True
  when(start) {
    active := True
    step := 0
    address := 1024 - UartProtocol.OFFSET_BYTES
    behind := False
    crc.restart()
  }
  when(bytes.fire) {
    step := step + 1
    when(step >= 2 && step < UartAnswer.CRC) { crc.take(bytes.payload) }
    when(step === UartAnswer.PAYLOAD - 1) {
      left := saidLength
      when(none) { step := UartAnswer.CRC }
    }
    when(inPayload) {
      left := left - 1
      address := address + 1
      behind := behind || address.andR
      when(left =/= 1) { step := UartAnswer.PAYLOAD }
    }
    when(step === UartAnswer.CRC + 1) { active := False }
  }
  when(start || bytes.fire) { age := 0 }
}

/** The steps of a message: its first bytes are steps of their own, the payload is one, and each byte of the CRC. */
object UartAnswer {
  private val PAYLOAD = 6
  private val CRC = 7
}
