package systole.shell;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The messages of the serial line, as docs/uart.md describes them: two bytes to synchronize on, type, sequence number,
 * length of the payload (2 bytes), payload, CRC. Numbers go lowest byte first, the CRC highest byte first, so that the
 * CRC of everything behind the synchronization, itself included, is 0.
 */
public final class UartProtocol {
    /** The version of the protocol, which is part of the answer to {@link #OPEN}. */
    public static final int VERSION = 1;

    public static final int SYNC_0 = 0xA5;
    public static final int SYNC_1 = 0x5A;

    /** Request: begins a conversation. No payload. Answer: version (1 byte), 0 (1 byte), {@link #CHUNK} (2 bytes). */
    public static final int OPEN = 0x01;
    /** Request: reads a register. Payload: byte address (2 bytes). Answer: value (4 bytes). */
    public static final int READ = 0x02;
    /** Request: writes a register. Payload: byte address (2 bytes), value (4 bytes). Answer: no payload. */
    public static final int WRITE = 0x03;
    /** Request: a part of an input frame. Payload: its offset in the frame (4 bytes), data. Answer: no payload. */
    public static final int FRAME = 0x04;
    /** Request: the next part of an output frame. No payload. Answer: its offset in the frame (4 bytes), data. */
    public static final int RESULT = 0x05;
    /** Added to the type of a request, this gives the type of its answer. */
    public static final int ANSWER = 0x80;
    /**
     * The answer to a request that was not done, or the report of bytes that were no request. Payload: a code (1 byte).
     */
    public static final int ERROR = 0xFF;

    /** The most bytes of data in one {@link #FRAME} or in one answer to {@link #RESULT}. The least is 1. */
    public static final int CHUNK = 1024;

    /** The bytes before the data of a frame, which hold its offset. */
    public static final int OFFSET_BYTES = 4;

    /** The bytes of a message without its payload. */
    public static final int OVERHEAD = 8;

    /** The bytes of the longest message. */
    public static final int LONGEST = OVERHEAD + OFFSET_BYTES + CHUNK;

    /** The bits of a byte on the line: a start bit, eight data bits and a stop bit. */
    public static final int BITS = 10;

    private static final int POLYNOMIAL = 0x1021;
    private static final int START = 0xFFFF;

    /** The reasons why a request is not done. */
    public enum ErrorCode {
        /** The message was damaged: send it again, with the same sequence number. */
        CRC(0x01, true),
        /** The message broke off: send it again, with the same sequence number. */
        BROKEN_OFF(0x02, true),
        /** There is no such request. */
        TYPE(0x03, false),
        /** The request has another length than its type asks for. */
        LENGTH(0x04, false),
        /** There is no register, or it cannot be written. */
        ADDRESS(0x05, false),
        /** The part of a frame does not begin where the last one ended; 0 gives up the unfinished frame. */
        OFFSET(0x06, false),
        /** The part of a frame goes beyond the frame's end; nothing of it was taken. */
        FRAME_LONG(0x07, false),
        /** The previous part is still on its way in, because results wait to be fetched. Nothing was taken. */
        BUSY(0x08, false),
        /** There is no result yet. */
        EMPTY(0x09, false);

        private final int code;
        private final boolean same;

        ErrorCode(int code, boolean same) {
            this.code = code;
            this.same = same;
        }

        /** The number of the error in a message. */
        public int code() {
            return code;
        }

        /** Whether the request was not understood, so that it is repeated with its old sequence number. */
        public boolean repeatsUnderSameNumber() {
            return same;
        }

        /** The error with a code; empty if the protocol has none. */
        public static Optional<ErrorCode> find(int code) {
            return Arrays.stream(values()).filter(one -> one.code == code).findFirst();
        }

        /** The error with a code. */
        public static ErrorCode of(int code) {
            return find(code).orElseThrow(() -> new IllegalArgumentException("there is no error " + code));
        }
    }

    private UartProtocol() {}

    /** CRC-16/CCITT: polynomial x^16 + x^12 + x^5 + 1, starting from all ones, highest bit first. */
    public static int crc(byte[] bytes, int from, int to) {
        int crc = START;
        for (int i = from; i < to; i++) {
            crc = crc(crc, bytes[i] & 0xFF);
        }
        return crc;
    }

    private static int crc(int before, int next) {
        int crc = before ^ (next << 8);
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
        }
        return crc & 0xFFFF;
    }

    /** The bytes of a message on the line. */
    public static byte[] encode(UartMessage message) {
        byte[] payload = message.payload();
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + OVERHEAD);
        out.write(SYNC_0);
        out.write(SYNC_1);
        out.write(message.type());
        out.write(message.sequence());
        out.write(payload.length);
        out.write(payload.length >>> 8);
        out.writeBytes(payload);
        byte[] body = out.toByteArray();
        int crc = crc(body, 2, body.length);
        out.write(crc >>> 8);
        out.write(crc);
        return out.toByteArray();
    }

    public static UartMessage open(int sequence) {
        return new UartMessage(OPEN, sequence, new byte[0]);
    }

    public static UartMessage read(int sequence, int address) {
        return new UartMessage(
                READ, sequence, little(2).putShort((short) address).array());
    }

    public static UartMessage write(int sequence, int address, long value) {
        byte[] payload = little(6).putShort((short) address).putInt((int) value).array();
        return new UartMessage(WRITE, sequence, payload);
    }

    /** Data at an offset in its frame. */
    public static UartMessage frame(int sequence, int offset, byte[] data) {
        byte[] payload =
                little(OFFSET_BYTES + data.length).putInt(offset).put(data).array();
        return new UartMessage(FRAME, sequence, payload);
    }

    public static UartMessage result(int sequence) {
        return new UartMessage(RESULT, sequence, new byte[0]);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The bytes on the line, in both directions together, that a frame takes: requests with its parts, requests for the
     * parts of its result, and the answers.
     *
     * @param in bytes of a frame that goes in
     * @param out bytes of a frame that comes out
     */
    public static long frameTraffic(int in, int out) {
        return traffic(in) + traffic(out);
    }

    private static long traffic(int bytes) {
        return bytes + (bytes + CHUNK - 1) / CHUNK * (2L * OVERHEAD + OFFSET_BYTES);
    }

    /** The time that the longest message takes on a line, in whole milliseconds. */
    public static int longestMilliseconds(int baud) {
        return (int) (1000L * BITS * LONGEST / baud + 1);
    }
}
