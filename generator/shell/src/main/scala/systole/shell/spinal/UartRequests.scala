package systole.shell.spinal

import scala.collection.immutable.ListMap
import spinal.core._
import spinal.lib._
import spinal.lib.fsm._
import systole.shell.{RegisterMap, UartMessage, UartProtocol}
import systole.shell.UartProtocol.ErrorCode

/** The content of a message, which is held until the next one. */
final class UartRequest extends Area {
  val kind, sequence = Reg(Bits(8 bits)) init 0
  val length = Reg(UInt(16 bits))
  /** Address and value, or the offset of a part of a frame: the first bytes of the payload, the first lowest. */
  val head = Reg(Bits(48 bits))
  private val kinds = UartRequest.LENGTHS.keys.map(k => k -> RegNext(kind === k)).toMap

  /** Whether it is of this kind, a cycle after the kind is known. */
  def is(wanted: Int): Bool = kinds(wanted)
  /** Whether it is of any kind, two cycles after the kind is known. */
  val known = RegNext(kinds.values.reduce(_ || _))
  /** Whether the length of the payload fits the kind, a cycle after the length is known; likewise whether it is 0. */
  val fits = RegNext(UartRequest.LENGTHS.map { case (kind, (least, most)) =>
    is(kind) && (if (least == most) length === least else length >= least && length <= most)
  }.reduce(_ || _))
  val empty = RegNext(length === 0)
  def word: UInt = head(RegisterMap.ADDRESS_BITS - 1 downto 2).asUInt
  /** Whether the address is beyond all registers. */
  def outside: Bool = head(15 downto RegisterMap.ADDRESS_BITS) =/= 0
  def value: Bits = head(47 downto 16)
  def offset: UInt = head(31 downto 0).asUInt
  /** The bytes of the part of a frame, a cycle after the length is known. */
  val dataLength = RegNext(length(10 downto 0) - UartProtocol.OFFSET_BYTES)
}

object UartRequest {
  /** The least and the most bytes of each kind's payload. */
  private val LENGTHS = ListMap(
    UartProtocol.OPEN -> (0, 0),
    UartProtocol.READ -> (2, 2),
    UartProtocol.WRITE -> (6, 6),
    UartProtocol.FRAME -> (UartProtocol.OFFSET_BYTES + 1, UartMessage.MAX_PAYLOAD),
    UartProtocol.RESULT -> (0, 0)
  )
}

/**
 * Takes messages from the line. While `listens` is high, it looks for a message. It raises `complete` when a message is
 * whole and undamaged, and `failed` with a code when it is not. In both cases, `listens` must be low before the next byte
 * and return when the answer has been sent.
 *
 * @param arriving bytes with at least four cycles between any two of them; they are compared in the cycle before they are
 *   used
 * @param data the data of a part of a frame, with its place in the part
 * @param silent whether the line has been silent for too long
 */
final class UartRequests(arriving: Flow[Bits], damaged: Bool, listens: Bool, silent: Bool) extends Area {
  val request = new UartRequest
  val complete, failed = Reg(Bool()) init False
  val code = Reg(Bits(8 bits))
  /** Whether bytes arrive that belong to no message. */
  val garbage = Reg(Bool()) init False
  val data = Flow(Bits(8 bits))
  val dataPlace = Reg(UInt(10 bits))
  /** Whether a message has begun. */
  val within = False
  /** Whether the type of the message is known now. */
  val begins = False

  private val crc = new UartCrc
  private val bytes = arriving.m2sPipe
  private val isSync0 = RegNext(arriving.payload === UartProtocol.SYNC_0)
  private val isSync1 = RegNext(arriving.payload === UartProtocol.SYNC_1)
  private val isCrc = RegNext(arriving.payload === crc.value(15 downto 8) && crc.value(7 downto 0) === 0)
  private val spoilt = Reg(Bool())
  private val left = Reg(UInt(11 bits))
  /** The number of the next byte of the payload, until all that a head has are there. */
  private val number = Reg(UInt(3 bits))
  complete := False
  failed := False
  garbage := (bytes.valid && !listens) || damaged
  data.valid := False
  data.payload := bytes.payload
  when(damaged) { spoilt := True }

  private def fail(why: ErrorCode): Unit = {
    failed := True
    garbage := True
    code := why.code()
  }

  private val machine = new StateMachine {
    val sync0 = new State with EntryPoint
    val sync1, kind, sequence, length0, length1, begun, checked, payload, crc0, crc1 = new State

    /** Uses the next byte and continues. A message that breaks off is reported. */
    private def next(state: State, counted: Boolean = true)(does: => Unit): Unit = state.whenIsActive {
      within := True
      when(bytes.valid) {
        if (counted) crc.take(bytes.payload)
        does
      } elsewhen (silent) {
        fail(ErrorCode.BROKEN_OFF)
        goto(sync0)
      }
    }

    sync0.whenIsActive {
      when(bytes.valid && listens) {
        when(isSync0) { goto(sync1) } otherwise { garbage := True }
      }
    }
    sync1.whenIsActive {
      within := True
      crc.restart()
      spoilt := False
      number := 0
      dataPlace := 0
      when(bytes.valid) {
        when(isSync1) { goto(kind) } otherwise {
          garbage := True
          when(!isSync0) { goto(sync0) }
        }
      } elsewhen (silent) {
        garbage := True
        goto(sync0)
      }
    }
    next(kind) {
      request.kind := bytes.payload
      request.sequence := 0
      goto(sequence)
    }
    next(sequence) {
      request.sequence := bytes.payload
      goto(length0)
    }
    next(length0) {
      request.length(7 downto 0) := bytes.payload.asUInt
      goto(length1)
    }
    next(length1) {
      request.length(15 downto 8) := bytes.payload.asUInt
      goto(begun)
    }
    begun.whenIsActive {
      within := True
      begins := True
      left := request.length(10 downto 0)
      goto(checked)
    }
    checked.whenIsActive {
      within := True
      when(!request.fits) {
        fail(ErrorCode.LENGTH)
        when(!request.known) { code := ErrorCode.TYPE.code() }
        goto(sync0)
      } elsewhen (request.empty) { goto(crc0) } otherwise { goto(payload) }
    }
    next(payload) {
      left := left - 1
      when(request.is(UartProtocol.FRAME) && number >= UartProtocol.OFFSET_BYTES) {
        data.valid := True
        dataPlace := dataPlace + 1
      } otherwise {
        number := number + 1
        for (i <- 0 until 6) when(number === i) { request.head(8 * i, 8 bits) := bytes.payload }
      }
      when(left === 1) { goto(crc0) }
    }
    next(crc0) { goto(crc1) }
    next(crc1, counted = false) {
      goto(sync0)
      when(isCrc && !spoilt) { complete := True } otherwise { fail(ErrorCode.CRC) }
    }
  }
}
