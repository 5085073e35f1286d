package systole.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UartProtocolTest {
    private static String hex(UartMessage message) {
        return HexFormat.of().formatHex(UartProtocol.encode(message));
    }

    /** The check value that catalogues of CRCs give for CRC-16/CCITT from all ones. */
    @Test
    void theCrcIsTheUsualOne() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0x29B1, UartProtocol.crc(digits, 0, 9));
    }

    @Test
    void messagesLookAsDocumented() {
        assertTrue(hex(UartProtocol.open(7)).startsWith("a55a01070000"));
        assertTrue(hex(UartProtocol.read(8, 0x044)).startsWith("a55a020802004400"));
        assertTrue(hex(UartProtocol.write(9, 0x07C, 0x8123_4567L)).startsWith("a55a030906007c0067452381"));
        assertTrue(hex(UartProtocol.frame(10, 0x400, new byte[] {1, 2})).startsWith("a55a040a0600000400000102"));
        assertTrue(hex(UartProtocol.result(255)).startsWith("a55a05ff0000"));
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThrows(IllegalArgumentException.class, () -> new UartMessage(256, 0, new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> new UartMessage(1, -1, new byte[0]));
        assertThrows(
                IllegalArgumentException.class, () -> new UartMessage(1, 1, new byte[UartMessage.MAX_PAYLOAD + 1]));
        assertThrows(IllegalArgumentException.class, () -> UartProtocol.ErrorCode.of(0));
    }

    @Test
    void answersBelongToTheirRequests() {
        UartMessage request = UartProtocol.read(3, 0);
        UartMessage answer = new UartMessage(0x82, 3, new byte[] {0x53, 0x59, 0x53, (byte) 0xD4});
        assertTrue(answer.answers(request));
        assertEquals(0xD453_5953L, answer.value());
        assertFalse(answer.answers(UartProtocol.read(4, 0)));
        assertFalse(answer.answers(UartProtocol.write(3, 0, 0)));
        UartMessage error = new UartMessage(UartProtocol.ERROR, 3, new byte[] {5});
        assertTrue(error.answers(request) && error.isError());
        assertEquals(UartProtocol.ErrorCode.ADDRESS, error.error());
    }

    @Property
    void everyDamagedBitIsFound(
            @ForAll @Size(max = 40) byte[] payload, @ForAll @IntRange(min = 16, max = 400) int bit) {
        byte[] bytes = UartProtocol.encode(new UartMessage(4, 1, payload));
        int at = 16 + (bit - 16) % (8 * (bytes.length - 2));
        bytes[at / 8] ^= (byte) (1 << at % 8);
        assertTrue(UartProtocol.crc(bytes, 2, bytes.length) != 0);
    }

    /** Messages come through however they are cut up, with garbage between that holds no valid message. */
    @Property
    void decodesInAnyPieces(
            @ForAll @Size(min = 1, max = 5) List<@Size(max = 20) byte[]> payloads,
            @ForAll @Size(max = 12) byte[] garbage,
            @ForAll @IntRange(min = 1, max = 30) int piece) {
        List<UartMessage> sent = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i < payloads.size(); i++) {
            UartMessage message = new UartMessage(4, i, payloads.get(i));
            sent.add(message);
            line.writeBytes(garbage);
            line.writeBytes(new byte[] {(byte) UartProtocol.SYNC_0});
            line.writeBytes(UartProtocol.encode(message));
        }
        line.writeBytes(new byte[2 * UartMessage.MAX_PAYLOAD]);
        byte[] bytes = line.toByteArray();
        UartDecoder decoder = new UartDecoder();
        List<UartMessage> got = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            got.addAll(decoder.accept(java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece))));
        }
        assertTrue(got.containsAll(sent), () -> sent + " became " + got);
    }

    @Test
    void findsAMessageWithinADamagedOne() {
        byte[] good = UartProtocol.encode(UartProtocol.read(1, 4));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(new byte[] {(byte) 0xA5, 0x5A, 4, 0, 10, 0});
        line.writeBytes(good);
        line.writeBytes(good);
        UartDecoder decoder = new UartDecoder();
        assertEquals(List.of(UartProtocol.read(1, 4), UartProtocol.read(1, 4)), decoder.accept(line.toByteArray()));
        assertEquals(6, decoder.skipped());
        assertFalse(decoder.inMessage());
        decoder.accept(new byte[] {(byte) 0xA5, 0x5A});
        assertTrue(decoder.inMessage());
        decoder.reset();
        assertEquals(8, decoder.skipped());
    }
}
