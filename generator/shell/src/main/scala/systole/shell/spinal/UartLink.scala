package systole.shell.spinal

import spinal.core._
import spinal.lib._
import spinal.lib.fsm._
import systole.shell.{ShellLink, ShellSpec, UartProtocol}
import systole.shell.UartProtocol.ErrorCode

/** Counts milliseconds in which nothing happens. */
final class Silence(tick: Bool, broken: Bool, milliseconds: Int) extends Area {
  private val count = Reg(UInt(log2Up(milliseconds + 1) bits)) init 0
  /** True when at least this many milliseconds have passed; it may be one more. */
  val over = Reg(Bool()) init False
  when(tick) {
    count := count + 1
    when(count === milliseconds) { over := True }
  }
  when(broken) {
    count := 0
    over := False
  }
}

/**
 * Where the next part of a frame must begin. What it says about a request is known three cycles after the request. It
 * belongs to the domain in which the streams are reset.
 */
final class UartFramePosition(stream: systole.shell.ShellStream, request: UartRequest) extends Area {
  val advance = False
  private val bits = log2Up(stream.frameBytes + 1).max(11)
  private val position = Reg(UInt(bits bits)) init 0
  private val end = RegNext(position +^ request.dataLength)
  private val exact = RegNext(end === stream.frameBytes)
  val unfinished = Reg(Bool()) init False
  val restarts = RegNext(unfinished && request.offset === 0)
  val continues = RegNext(request.offset === position.resize(32))
  val tooLong = RegNext(end > stream.frameBytes)
  when(advance) {
    position := exact ? U(0) | end(bits - 1 downto 0)
    unfinished := !exact
  }
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
  private val tick = new Countdown(cyclesPerMs, True).last

  private val receiver = new UartReceiver(line, divisor)
  private val listens, silent = Bool()
  private val requests = new UartRequests(receiver.byte, receiver.damaged, listens, silent)
  private val request = requests.request
  private val silence = new Silence(tick, receiver.byte.valid || !requests.within, link.messageTimeoutMs())
  silent := silence.over

  private val refused = Reg(Bool())
  private val frames = new ClockingArea(streams) {
    val input = new UartFrameBuffer(spec.input, requests.data, requests.dataPlace, !refused)
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
  val pending: Bool = frames.position.unfinished || frames.input.busy || (frames.output.begun && !(frames.handed && frames.output.ends))
  val abort = False

  private val answerBytes = Stream(Bits(8 bits))
  private val transmitter = new UartTransmitter(answerBytes, divisor)
  val pin: Bool = transmitter.line
  private val answer = new UartAnswer(answerBytes, frames.output.read)

  private val heard = Reg(Bool()) init False
  private val lastSequence = Reg(Bits(8 bits))
  private val repeated = RegNext(lastSequence === request.sequence && !request.is(UartProtocol.OPEN))
  private val waiting = new Silence(tick, requests.complete, link.messageTimeoutMs())

  port.writes := False
  port.writeAddress := request.word
  port.writeData := request.value
  port.writeStrobes := 0xF
  port.reads := False
  port.readAddress := RegNext(request.word) // Copied, as writes compare the same bits; it is there long before a read.

  private val machine = new StateMachine {
    val listening = new State with EntryPoint
    val doing, accessed, waits, restarting, saying = new State

    private def say(kind: Bits, length: UInt, head: Bits): Unit = {
      answer.kind := kind
      answer.sequence := request.sequence
      answer.length := length.resized
      answer.head := head
      answer.say()
      goto(saying)
    }

    private def done(length: UInt, head: Bits): Unit = say(request.kind | UartProtocol.ANSWER, length, head)

    private def refuse(why: ErrorCode): Unit =
      say(B(UartProtocol.ERROR, 8 bits), U(1), B(why.code(), 32 bits))

    private def part(): Unit = {
      frames.input.send := True
      frames.position.advance := True
      done(U(0), B(0, 32 bits))
    }

    listening.whenIsActive {
      when(requests.failed) {
        answer.report(requests.code, request.sequence)
        goto(saying)
      }
      when(requests.complete) {
        when(heard && repeated) {
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
      when(request.is(UartProtocol.OPEN)) { done(U(4), B(UartProtocol.VERSION | UartProtocol.CHUNK << 16, 32 bits)) }
      when(request.is(UartProtocol.READ)) {
        port.reads := True
        goto(accessed)
      }
      when(request.is(UartProtocol.WRITE)) {
        port.writes := !request.outside
        goto(accessed)
      }
      when(request.is(UartProtocol.FRAME) && !resetting) {
        when(refused) { refuse(ErrorCode.BUSY) } elsewhen (frames.position.restarts) {
          abort := True
          goto(restarting)
        } elsewhen (!frames.position.continues) { refuse(ErrorCode.OFFSET) } elsewhen (frames.position.tooLong) {
          refuse(ErrorCode.FRAME_LONG)
        } otherwise { part() }
      }
      when(request.is(UartProtocol.RESULT)) {
        when(frames.handed) {
          frames.output.drop := True
          frames.handed := False
        }
        goto(waits)
      }
    }
    accessed.whenIsActive {
      val reads = request.is(UartProtocol.READ)
      when(request.outside || (reads ? port.readError | port.writeError)) { refuse(ErrorCode.ADDRESS) } otherwise {
        done(reads ? U(4) | U(0), port.readData)
      }
    }
    waits.whenIsActive {
      when(frames.output.whole && !resetting) {
        frames.handed := True
        done(frames.output.payloadLength, frames.output.offset.asBits.resized)
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
