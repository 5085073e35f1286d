/**
 * The host's side of a serial line: registers and frames of a design on a board without a processor.
 *
 * <p>Enters: bytes from a line, frames to send. Leaves: frames that came out, values of registers. Knows the shell's
 * protocol and registers, but neither networks nor how a port is opened.
 */
package systole.host;
