package systole.shell;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import systole.shell.UartProtocol.ErrorCode;

/**
 * A message of the serial line, without its synchronization, length and CRC.
 *
 * @param type a request of {@link UartProtocol}, its answer, or an error; 0 to 255
 * @param sequence the number of the request, which its answer repeats, 0 to 255
 * @param payload the bytes that belong to the type
 */
public record UartMessage(int type, int sequence, byte[] payload) {
    /** Bytes of the longest payload of a valid message. */
    public static final int MAX_PAYLOAD = UartProtocol.OFFSET_BYTES + UartProtocol.CHUNK;

    public UartMessage {
        payload = payload.clone();
        if (type < 0 || type > 255 || sequence < 0 || sequence > 255 || payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException("not a message: type " + type + ", number " + sequence);
        }
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    /** Whether this answers the request. */
    public boolean answers(UartMessage request) {
        return sequence == request.sequence && (type == (request.type | UartProtocol.ANSWER) || isError());
    }

    /** Whether the payload has the form that the protocol gives to an answer of this type. */
    public boolean isComplete() {
        return switch (type) {
            case UartProtocol.ERROR ->
                payload.length == 1 && ErrorCode.find(payload[0] & 0xFF).isPresent();
            case UartProtocol.READ | UartProtocol.ANSWER -> payload.length == Integer.BYTES;
            case UartProtocol.WRITE | UartProtocol.ANSWER, UartProtocol.FRAME | UartProtocol.ANSWER ->
                payload.length == 0;
            case UartProtocol.RESULT | UartProtocol.ANSWER -> payload.length > UartProtocol.OFFSET_BYTES;
            default -> true;
        };
    }

    public boolean isError() {
        return type == UartProtocol.ERROR;
    }

    /** For an error: the reason. */
    public ErrorCode error() {
        return ErrorCode.of(payload[0] & 0xFF);
    }

    /** For an answer to a read: the value, unsigned. */
    public long value() {
        return Integer.toUnsignedLong(number());
    }

    /** For a part of a frame: its offset in the frame, in bytes. */
    public int offset() {
        return number();
    }

    /** For a part of a frame: its data. */
    public byte[] data() {
        return Arrays.copyOfRange(payload, UartProtocol.OFFSET_BYTES, payload.length);
    }

    private int number() {
        return ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UartMessage that
                && type == that.type
                && sequence == that.sequence
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * type + sequence) + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "type 0x%02X number %d, %d bytes", type, sequence, payload.length);
    }
}
