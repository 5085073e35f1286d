package systole.shell.spinal

import java.util.Locale
import scala.collection.mutable
import scala.jdk.CollectionConverters._
import spinal.core._
import spinal.lib._
import systole.shell.{Access, Field, Register, RegisterMap}

/**
 * Reads and writes of registers by word address, at most one of each in a cycle. The answers come a cycle later and stay
 * until the next read or write.
 */
case class RegisterPort() extends Bundle with IMasterSlave {
  val writes = Bool()
  val writeAddress = UInt(RegisterMap.ADDRESS_BITS - 2 bits)
  val writeData = Bits(32 bits)
  val writeStrobes = Bits(4 bits)
  val writeError = Bool()
  val reads = Bool()
  val readAddress = UInt(RegisterMap.ADDRESS_BITS - 2 bits)
  val readData = Bits(32 bits)
  val readError = Bool()

  override def asMaster(): Unit = {
    out(writes, writeAddress, writeData, writeStrobes, reads, readAddress)
    in(writeError, readData, readError)
  }
}

/**
 * The registers of a map behind a port. The wide ones are reset each by a register of its own, a cycle late. Hardware drives the values that software reads ([[shows]]), reports events
 * ([[event]]), and sees the values that software wrote ([[value]], [[starts]]).
 */
final class RegisterBank(map: RegisterMap, port: RegisterPort, clock: Bool, rst: Bool) extends Area {
  private val registers = map.registers().asScala.toList
  private val writeHits = mutable.LinkedHashMap[String, Bool]()
  private val fields = mutable.Map[(String, String), Bits]()
  private val shown = mutable.Map[(String, String), Bits]()
  private val events = mutable.Map[(String, String), Bool]()

  for (register <- registers if register.writable()) {
    val hit = port.writes && port.writeAddress === register.offset() / 4
    writeHits(register.name()) = hit.setName("writes_" + register.name().toLowerCase(Locale.ROOT))
    register.fields().asScala.foreach(build(register, _))
  }
  registers.filterNot(_.writable()).foreach(r => r.fields().asScala.foreach(build(r, _)))
  port.writeError := RegNextWhen(!writeHits.values.reduce(_ || _), port.writes)

  private val readData = B(0, 32 bits)
  private val readError = False
  switch(port.readAddress) {
    for (register <- registers) is(register.offset() / 4) {
      for (field <- register.fields().asScala) {
        readData(field.lsb(), field.width() bits) := fields(register.name() -> field.name())
      }
    }
    default { readError := True }
  }
  port.readData := RegNextWhen(readData, port.reads)
  port.readError := RegNextWhen(readError, port.reads)

  /** The present value of a field. */
  def value(register: String, field: String): Bits = fields(register -> field)

  /** One bit of a field. */
  def flag(register: String, field: String): Bool = value(register, field)(0)

  /** Whether software writes 1 to this bit in this cycle. */
  def starts(register: String, field: String): Bool = {
    val f = map.register(register).field(field)
    writeHits(register) && port.writeStrobes(f.lsb() / 8) && port.writeData(f.lsb())
  }

  /** Whether any bit is set in both of two registers. */
  def both(register: String, other: String): Bool = {
    val names = map.register(register).fields().asScala.map(_.name())
    names.map(name => flag(register, name) && flag(other, name)).reduce(_ || _)
  }

  /** Whether an error bit of STATUS is set. */
  def anyError: Bool = {
    val fields = map.register("STATUS").fields().asScala.filter(_.access() == Access.WRITE_ONE_CLEARS)
    fields.map(f => flag("STATUS", f.name())).reduce(_ || _)
  }

  /** Whether this register is being read. */
  def isRead(register: String): Bool =
    port.reads && port.readAddress === map.register(register).offset() / 4

  /** Shows a value in a field that software can only read. */
  def shows(register: String, value: Bits, field: String = "VALUE"): Unit =
    shown(register -> field) := value.resize(map.register(register).field(field).width())

  /** Sets a bit that software clears. */
  def event(register: String, field: String, happens: Bool): Unit = events(register -> field) := happens

  private def build(register: Register, field: Field): Unit = {
    val key = register.name() -> field.name()
    val name = (register.name() + (if (field.name() == "VALUE") "" else "_" + field.name())).toLowerCase(Locale.ROOT)
    fields(key) = field.access() match {
      case Access.CONSTANT => B(field.reset(), field.width() bits)
      case Access.READ_ONLY | Access.SELF_CLEARING =>
        shown(key) = Bits(field.width() bits).setName(name)
        shown(key)
      case Access.READ_WRITE => written(register, field, name)
      case Access.WRITE_ONE_CLEARS =>
        val sticky = Reg(Bool()) init False
        sticky.setName(name)
        events(key) = Bool().setName(name + "_event")
        when(starts(register.name(), field.name())) { sticky := False }
        when(events(key)) { sticky := True }
        sticky.asBits
    }
  }

  /** Holds what was written, byte by byte. */
  private def written(register: Register, field: Field, name: String): Bits = {
    val domain = if (field.width() > 8) Clocks.reset(clock, Copy(clock, rst, "reset_" + name)) else ClockDomain.current
    val held = domain(Reg(Bits(field.width() bits)) init field.reset()).setName(name)
    for (byte <- 0 until 4) {
      val from = field.lsb().max(8 * byte)
      val to = field.msb().min(8 * byte + 7)
      if (from <= to) {
        when(writeHits(register.name()) && port.writeStrobes(byte)) {
          held(to - field.lsb() downto from - field.lsb()) := port.writeData(to downto from)
        }
      }
    }
    held
  }
}
