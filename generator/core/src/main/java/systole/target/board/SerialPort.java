package systole.target.board;

/**
 * A UART between the FPGA's pins and the board's USB bridge.
 *
 * @param fromHost carries what the host sends: an input of the FPGA
 * @param toHost carries what the host receives: an output of the FPGA
 */
public record SerialPort(PinPad fromHost, PinPad toHost) {}
