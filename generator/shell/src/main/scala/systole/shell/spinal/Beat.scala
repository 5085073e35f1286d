package systole.shell.spinal

import spinal.core._
import spinal.lib._

/**
 * A beat of a frame in the form that the core takes.
 *
 * @param bits width of the data
 * @param stateful whether the beat has a flag for a frame that starts from a fresh state
 */
case class Beat(bits: Int, stateful: Boolean) extends Bundle {
  val data = Bits(bits bits)
  val last = Bool()
  val fresh = stateful generate Bool()
}

/** The core's two streams under AXI4-Stream names, which the wrapper joins. */
case class CorePorts(inBits: Int, outBits: Int, stateful: Boolean) extends Bundle with IMasterSlave {
  val aresetn = Bool()
  val s_axis_tdata = Bits(inBits bits)
  val s_axis_tuser = stateful generate Bool()
  val s_axis_tvalid = Bool()
  val s_axis_tready = Bool()
  val s_axis_tlast = Bool()
  val m_axis_tdata = Bits(outBits bits)
  val m_axis_tvalid = Bool()
  val m_axis_tready = Bool()
  val m_axis_tlast = Bool()

  override def asMaster(): Unit = {
    out(aresetn, s_axis_tdata, s_axis_tvalid, s_axis_tlast, m_axis_tready)
    if (stateful) out(s_axis_tuser)
    in(s_axis_tready, m_axis_tdata, m_axis_tvalid, m_axis_tlast)
  }
}

/** Marks signals that are unused on purpose, so that lint does not warn about them. */
object Unused {
  def apply(name: String, signals: Data*): Unit = {
    val sink = Bool().setName("unused_" + name)
    sink := (False ## Cat(signals.map(_.asBits))).andR
    sink.dontSimplifyIt()
  }
}
