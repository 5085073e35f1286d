package systole.shell.spinal

import spinal.core._

/** CRC-16/CCITT, a byte at a time: what [[systole.shell.UartProtocol.crc]] computes. */
final class UartCrc extends Area {
  val value = Reg(Bits(16 bits))

  def restart(): Unit = value := 0xFFFF

  /** Takes a byte. */
  def take(byte: Bits): Unit = value := UartCrc.next(value, byte)
}

object UartCrc {
  /** x^16 + x^12 + x^5 + 1, highest bit first. */
  private def next(before: Bits, byte: Bits): Bits = {
    var crc = before ^ (byte ## B(0, 8 bits))
    for (_ <- 0 until 8) {
      val shifted = crc(14 downto 0) ## False
      crc = shifted ^ (crc(15) #* 16 & B(0x1021, 16 bits))
    }
    crc
  }
}
