package systole.shell.spinal

import spinal.core._
import spinal.lib._
import spinal.lib.fsm._
import systole.shell.{ShellLink, ShellSpec, UartProtocol}
import systole.shell.UartProtocol.ErrorCode

/** Counts milliseconds in which nothing happens. */
final class Silence(tick: Bool, broken: Bool, milliseconds: Int) extends Area {
  private val count = Reg(UInt(log2Up(milliseconds + 2) bits)) init 0
  /** True when at least this many milliseconds have passed; it may be one more. */
  val over: Bool = count === milliseconds + 1
  when(broken) { count := 0 } elsewhen (tick && !over) { count := count + 1 }
}

/** The signals that the link needs from the reset domain of the streams. */
final class UartFramePosition(stream: systole.shell.ShellStream, request: UartRequest) extends Area {
  val advance = False
  private val position = Reg(UInt(32 bits)) init 0
  private val end = position + request.dataLength
  val unfinished: Bool = position =/= 0
  val restarts: Bool = unfinished && request.offset === 0
  val continues: Bool = request.offset === position
  val tooLong: Bool = end > stream.frameBytes
  when(advance) { position := (end === stream.frameBytes) ? U(0) | end }
}

/**
 * Carries out the requests from the line, one after the other and each only once. A request with the number of the one
 * before gets the same answer again.
 */
final class UartLink(
    spec: ShellSpec,
    link: ShellLink.Uart,
    line: Bool,
    port: RegisterPort,
    resetting: Bool,
    streams: ClockDomain,
    results: Stream[Bits]
) extends Area {
  private val divisor = link.divisor(spec.clockHz)
  private val cyclesPerMs = (spec.clockHz / 1000).toInt.max(1)
  private val millisecond = Reg(UInt(log2Up(cyclesPerMs) bits)) init 0
  private val tick = millisecond === cyclesPerMs - 1
  millisecond := tick ? U(0) | millisecond + 1

  private val receiver = new UartReceiver(line, divisor)
  private val listens, silent = Bool()
  private val requests = new UartRequests(receiver.byte, receiver.damaged, listens, silent)
  private val request = requests.request
  private val silence = new Silence(tick, receiver.byte.valid || !requests.within, link.messageTimeoutMs())
  silent := silence.over

  private val refused = Reg(Bool())
  private val frames = new ClockingArea(streams) {
    val input = new UartFrameBuffer(spec.input, requests.data, requests.position, !refused)
    val output = new UartResultBuffer(spec.output, results)
    val position = new UartFramePosition(spec.input, request)
    val handed = Reg(Bool()) init False
  }
  frames.input.length := request.dataLength
  when(requests.begins) { refused := frames.input.busy }

  /** Beats for the core. */
  def beat: Stream[Bits] = frames.input.beat
  def last: Bool = frames.input.last
  val garbage: Bool = CombInit(requests.garbage)

  /** Whether a frame is on its way here, either in parts or as a result that was not requested yet. */
  def pending: Bool = frames.position.unfinished || frames.input.busy || (frames.output.begun && !(frames.handed && frames.output.ends))
  val abort = False

  private val answerBytes = Stream(Bits(8 bits))
  private val transmitter = new UartTransmitter(answerBytes, divisor)
  val pin: Bool = transmitter.line
  private val answer = new UartAnswer(answerBytes, frames.output.read)

  private val heard = Reg(Bool()) init False
  private val lastSequence = Reg(Bits(8 bits))
  private val waiting = new Silence(tick, requests.complete, link.messageTimeoutMs())

  port.writes := False
  port.writeAddress := request.word
  port.writeData := request.value
  port.writeStrobes := 0xF
  port.reads := False
  port.readAddress := request.word

  private val machine = new StateMachine {
    val listening = new State with EntryPoint
    val doing, waits, restarting, saying = new State

    private def say(kind: Bits, length: UInt, head: Bits): Unit = {
      answer.kind := kind
      answer.sequence := request.sequence
      answer.length := length.resized
      answer.head := head
      answer.say()
      goto(saying)
    }

    private def done(length: Int = 0, head: Bits = B(0, 32 bits)): Unit =
      say(request.kind | UartProtocol.ANSWER, U(length), head)

    private def refuse(why: ErrorCode): Unit =
      say(B(UartProtocol.ERROR, 8 bits), U(1), B(why.code(), 32 bits))

    private def part(): Unit = {
      frames.input.send := True
      frames.position.advance := True
      done()
    }

    listening.whenIsActive {
      when(requests.failed) {
        answer.report(requests.code, request.sequence)
        goto(saying)
      }
      when(requests.complete) {
        val again = heard && lastSequence === request.sequence && !request.is(UartProtocol.OPEN)
        when(again) {
          answer.say()
          goto(saying)
        } otherwise {
          goto(doing)
        }
        heard := True
        lastSequence := request.sequence
      }
    }
    doing.whenIsActive {
      switch(request.kind) {
        is(UartProtocol.OPEN) { done(4, B(UartProtocol.VERSION | UartProtocol.CHUNK << 16, 32 bits)) }
        is(UartProtocol.READ) {
          port.reads := True
          when(port.readError || request.outside) { refuse(ErrorCode.ADDRESS) } otherwise { done(4, port.readData) }
        }
        is(UartProtocol.WRITE) {
          port.writes := !request.outside
          when(port.writeError || request.outside) { refuse(ErrorCode.ADDRESS) } otherwise { done() }
        }
        is(UartProtocol.FRAME) {
          when(!resetting) {
            when(refused) { refuse(ErrorCode.BUSY) } elsewhen (frames.position.restarts) {
              abort := True
              goto(restarting)
            } elsewhen (!frames.position.continues) { refuse(ErrorCode.OFFSET) } elsewhen (frames.position.tooLong) {
              refuse(ErrorCode.FRAME_LONG)
            } otherwise { part() }
          }
        }
        is(UartProtocol.RESULT) {
          when(frames.handed) {
            frames.output.drop := True
            frames.handed := False
          }
          goto(waits)
        }
      }
    }
    waits.whenIsActive {
      when(frames.output.whole && !resetting) {
        frames.handed := True
        say(request.kind | UartProtocol.ANSWER, frames.output.length + UartProtocol.OFFSET_BYTES, frames.output.offset.asBits)
      } elsewhen (waiting.over) { refuse(ErrorCode.EMPTY) }
    }
    restarting.whenIsActive { when(!resetting && !frames.position.unfinished) { goto(doing) } }
    saying.whenIsActive { when(!answer.busy && !answer.start) { goto(listening) } }
  }
  listens := machine.isActive(machine.listening)

  // A frame that no message continues is given up. A result that was sent before must not be sent again, because its
  // data is no longer there.
  private val unfinished = new Silence(tick, !frames.position.unfinished || requests.within || !listens, link.frameTimeoutMs())
  when(unfinished.over) { abort := True }
  when(resetting && answer.isResult) { heard := False }
}
