package systole.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds messages in a stream of bytes and skips everything else. After garbage, and inside a message that turns out to
 * be damaged, it looks for the next synchronization.
 */
public final class UartDecoder {
    private static final int HEADER = 6;

    private byte[] held = new byte[0];
    private long skipped;

    /** Takes any number of bytes and returns the messages that they complete. */
    public List<UartMessage> accept(byte[] next) {
        byte[] all = Arrays.copyOf(held, held.length + next.length);
        System.arraycopy(next, 0, all, held.length, next.length);
        List<UartMessage> messages = new ArrayList<>();
        int from = nextStart(all, 0);
        while (couldBegin(all, from)) {
            int size = from + HEADER <= all.length ? length(all, from) + UartProtocol.OVERHEAD : Integer.MAX_VALUE;
            if (size > all.length - from) {
                break;
            }
            if (UartProtocol.crc(all, from + 2, from + size) == 0) {
                messages.add(message(all, from));
                from += size;
            } else {
                from++;
                skipped++;
            }
            from = nextStart(all, from);
        }
        held = Arrays.copyOfRange(all, from, all.length);
        return messages;
    }

    /** Gives up a message that has broken off. */
    public void reset() {
        skipped += held.length;
        held = new byte[0];
    }

    /** Whether a part of a message has arrived. */
    public boolean inMessage() {
        return held.length > 0;
    }

    /** The number of bytes that belonged to no message. */
    public long skipped() {
        return skipped;
    }

    private int nextStart(byte[] all, int from) {
        int start = from;
        while (start < all.length && !couldBegin(all, start)) {
            start++;
            skipped++;
        }
        return start;
    }

    /** Whether the bytes from a position on may be the beginning of a message. */
    private static boolean couldBegin(byte[] all, int from) {
        int count = all.length - from;
        return count > 0
                && (all[from] & 0xFF) == UartProtocol.SYNC_0
                && (count < 2 || (all[from + 1] & 0xFF) == UartProtocol.SYNC_1)
                && (count < HEADER || length(all, from) <= UartMessage.MAX_PAYLOAD);
    }

    private static int length(byte[] all, int from) {
        return (all[from + 4] & 0xFF) | ((all[from + 5] & 0xFF) << 8);
    }

    private static UartMessage message(byte[] all, int from) {
        byte[] payload = Arrays.copyOfRange(all, from + HEADER, from + HEADER + length(all, from));
        return new UartMessage(all[from + 2] & 0xFF, all[from + 3] & 0xFF, payload);
    }
}
