package systole.shell.spinal

import spinal.core._
import spinal.lib._
import systole.shell.{ShellLink, ShellSpec}

/**
 * The part around the core that both shells have: FIFOs, reset, the rules by which frames begin, and the registers that
 * describe frames. It belongs to the bus clock domain.
 *
 * @param source beats from outside
 * @param partial whether the beat on offer lacks bytes
 * @param sink beats to outside
 * @param pending whether frames are on their way outside of this part
 * @param abort causes a soft reset, like the register
 * @param transfer the number of frames that a transfer has, if `last` marks ends of transfers outside of this part; without
 *   it, `last` marks the end of each frame
 */
final class FrameShell(
    spec: ShellSpec,
    bank: RegisterBank,
    source: Stream[Beat],
    partial: Bool,
    sink: Stream[Beat],
    core: CorePorts,
    depths: (Int, Int),
    clock: Bool,
    rst: Bool,
    coreClock: Option[Bool],
    pending: Bool,
    abort: Bool,
    transfer: Option[UInt]
) extends Area {
  private val softReset = bank.starts("CONTROL", "SOFT_RESET") || abort
  private val push = Stream(source.payloadType())
  private val pop = Stream(sink.payloadType())
  private val fifos = new CoreFifos(push, pop, core, depths._1, depths._2, clock, coreClock, rst || softReset)
  fifos.setName("")

  /** Whether the streams are reset. Meanwhile, no beat passes. */
  val resetting: Bool = rst || fifos.reset.active

  /** A domain of registers that are reset with the streams, by a register of its own. */
  def domain(name: String): ClockDomain = Clocks.reset(clock, Copy(clock, fifos.reset.inner, "reset_" + name))

  private val frames = new ClockingArea(domain("flow")) {
    val inFrame = Reg(Bool()) init False
    val looping = Reg(Bool()) init False
    val generates = new Copies(clock, looping, source.payload.bits, "looping")
    val wantsLoop = bank.flag("CONTROL", "LOOP")
    val mayBegin = RegNext(bank.flag("CONTROL", "ENABLE") && wantsLoop === looping) init False
    val open = !resetting && (inFrame || mayBegin)

    val generator = new FrameGenerator(source.payloadType(), spec.input.beats, clock)
    generator.beat.ready := push.ready && open && looping
    source.ready := push.ready && open && !looping
    push.valid := open && (looping ? generator.beat.valid | source.valid)
    push.data := generates.choose(generator.beat.data, source.data)
    push.last := looping ? generator.beat.last | source.last
    if (spec.stateful) push.fresh := bank.flag("CONTROL", "FRESH")

    sink.valid := pop.valid && !looping && !resetting
    sink.payload := pop.payload
    pop.ready := looping || sink.ready

    val takes = push.fire
    val gives = pop.fire && !resetting
    when(takes) { inFrame := !push.last }
    val length = new FrameLength(spec.input.beats, takes, push.last)
    val incoming = transfer.map(new TransferFrames(_, spec.input.beats, takes && push.last && !looping, source.last))
    val outgoing = transfer.map(new TransferFrames(_, spec.output.beats, gives && pop.last && !looping, sink.last))
    val endsEarly = incoming.map(source.last && !_.last).getOrElse(False)
    incoming.foreach(t => push.last.removeAssignments() := looping ? generator.beat.last | (source.last || !t.last && length.due))
    outgoing.foreach(t => sink.last.removeAssignments() := pop.last && t.last)
    val shortFrame = RegNext(length.short || takes && !looping && (partial || endsEarly)) init False
    val longFrame = RegNext(length.long) init False
    val delivered = gives && pop.last && (looping || outgoing.map(_.last).getOrElse(True))
  }
  frames.setName("")

  private val count = new FrameCounters(frames.takes, !frames.inFrame, push.last, frames.gives, pop.last, domain)
  private val idle = count.even && !frames.inFrame
  when(idle && !frames.mayBegin) { frames.looping := frames.wantsLoop }

  private val cycles = domain("cycles")(Reg(UInt(64 bits)) init 0)
  cycles := cycles + 1
  private val cyclesHigh = domain("cycles_high")(RegNextWhen(cycles(63 downto 32), bank.isRead("CYCLES_LO")) init 0)

  /** Whether an input frame has begun and not ended. */
  def inFrame: Bool = frames.inFrame

  /** Whether a frame is under way. */
  val busy: Bool = (!idle || pending) && !resetting

  bank.shows("CONTROL", resetting.asBits, "SOFT_RESET")
  bank.shows("STATUS", busy.asBits, "BUSY")
  bank.shows("STATUS", (idle && !pending && !resetting).asBits, "IDLE")
  bank.shows("STATUS", frames.looping.asBits, "LOOPING")
  bank.shows("CYCLES_LO", cycles(31 downto 0).asBits)
  bank.shows("CYCLES_HI", cyclesHigh.asBits)
  bank.shows("FRAMES_IN", count.framesIn.asBits)
  bank.shows("FRAMES_OUT", count.framesOut.asBits)
  bank.shows("BEATS_IN", count.beatsIn.asBits)
  bank.shows("BEATS_OUT", count.beatsOut.asBits)
  bank.shows("LAST_LATENCY", count.latency.asBits)
  bank.shows("FIFO_IN_LEVEL", RegNext(fifos.inLevel).asBits.resized)
  bank.shows("FIFO_OUT_LEVEL", RegNext(fifos.outLevel).asBits.resized)

  bank.event("IRQ_STATUS", "FRAME_OUT", frames.delivered)
  error("SHORT_FRAME", frames.shortFrame)
  error("LONG_FRAME", frames.longFrame)
  error("ABORTED", softReset && busy)

  /** Reports an error, which sets a bit in both registers. */
  def error(name: String, happens: Bool): Unit = {
    bank.event("STATUS", name, happens)
    bank.event("IRQ_STATUS", name, happens)
  }
}
