package systole.app;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.host.LinkException;
import systole.host.SerialLink;

/** A serial port of this computer. */
final class SerialPortLink implements SerialLink, AutoCloseable {
    private static final int DATA_BITS = 8;
    private static final int BUFFER = 4096;
    /** The error number of the system for missing permissions. */
    private static final int EACCES = 13;

    /** The longest single wait in milliseconds, because Linux counts tenths of a second in a byte. */
    private static final int LONGEST_WAIT = 20_000;

    private final SerialPort port;
    private final byte[] buffer = new byte[BUFFER];

    private SerialPortLink(SerialPort port) {
        this.port = port;
    }

    /**
     * Opens a port with 8 data bits, no parity and 1 stop bit, without flow control.
     *
     * @param name such as {@code /dev/ttyUSB1} or {@code COM3}
     * @throws RefusedException if it cannot be opened
     */
    static SerialPortLink open(String name, int baud) {
        try {
            SerialPort port = SerialPort.getCommPort(name);
            port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            if (!port.openPort()) {
                String hint = port.getLastErrorCode() == EACCES ? "join the group of the port, often dialout" : "";
                throw refused(name, "the port cannot be opened at " + baud + " baud", hint);
            }
            return new SerialPortLink(port);
        } catch (SerialPortInvalidPortException e) {
            throw refused(name, "there is no such serial port", present());
        }
    }

    private static String present() {
        String names = Stream.of(SerialPort.getCommPorts())
                .map(SerialPort::getSystemPortPath)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no serial port is there: is the board plugged in?" : "there are " + names;
    }

    private static RefusedException refused(String name, String message, String hint) {
        return RefusedException.of(new SourceRef(name, 0, 0), message, hint);
    }

    @Override
    public void write(byte[] bytes) {
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw gone();
        }
    }

    @Override
    public byte[] read(int milliseconds) {
        int count = 0;
        for (int left = milliseconds; count == 0 && left > 0; left -= LONGEST_WAIT) {
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, Math.min(left, LONGEST_WAIT), 0);
            count = port.readBytes(buffer, buffer.length);
        }
        if (count < 0) {
            throw gone();
        }
        return Arrays.copyOf(buffer, count);
    }

    private LinkException gone() {
        return new LinkException(port.getSystemPortPath() + " is gone");
    }

    @Override
    public void close() {
        port.closePort();
    }
}
