package systole.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.diagnostic.RefusedException;
import systole.host.UartClient.Patience;
import systole.shell.UartMessage;
import systole.shell.UartProtocol;

/** Whatever a board answers, a conversation ends soon: with results that are complete, or with a message. */
class RandomAnswersTest {
    private static final int FRAME = 1500;
    private static final int RESULT = 1100;
    private static final int ANSWERS = 10_000;
    private static final int MOST_REQUESTS = 20_000;

    private static FakeBoard design() {
        return new FakeBoard(FRAME, frame -> new byte[RESULT], 0, 1);
    }

    private static UartClient client(SerialLink link) {
        return new UartClient(link, new Patience(1, 3));
    }

    /** What a conversation ends with; empty if all frames came back. */
    private static Optional<RuntimeException> talk(SerialLink link) {
        try {
            UartBoard board = UartBoard.find(client(link), 1);
            board.registers();
            board.reset();
            List<byte[]> results = board.run(Collections.nCopies(4, new byte[FRAME]), RESULT, false, n -> {});
            assertEquals(4, results.size());
            results.forEach(r -> assertEquals(RESULT, r.length));
            return Optional.empty();
        } catch (LinkException | RefusedException e) {
            return Optional.of(e);
        }
    }

    @Test
    void anyAnswersEndInResultsOrAMessage() {
        int answers = 0;
        int whole = 0;
        for (long seed = 0; answers < ANSWERS; seed++) {
            double wrong = List.of(0.01, 0.1, 0.3, 1.0).get((int) seed % 4);
            RandomBoard board = new RandomBoard(design(), wrong, seed);
            whole += talk(board).isEmpty() ? 1 : 0;
            assertTrue(board.requests < MOST_REQUESTS, board.requests + " requests, seed " + seed);
            answers += board.requests;
        }
        assertTrue(whole > 20, whole + " conversations went well");
    }

    /** A board that answers all requests of a type with the same payload, and the others rightly. */
    private static SerialLink stubborn(int type, Function<UartMessage, UartMessage> answer) {
        FakeBoard design = design();
        return new SerialLink() {
            private byte[] next = new byte[0];

            @Override
            public void write(byte[] bytes) {
                design.write(bytes);
                next = design.read(0);
                if ((bytes[2] & 0xFF) == type) {
                    next = UartProtocol.encode(answer.apply(new UartMessage(type, bytes[3] & 0xFF, new byte[0])));
                }
            }

            @Override
            public byte[] read(int milliseconds) {
                byte[] now = next;
                next = new byte[0];
                return now;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "2, 255, 63", // an error that the protocol does not have
        "2, 255, 00",
        "2, 255, ''",
        "2, 255, 0101",
        "2, 130, ''", // the value of a register
        "2, 130, 01",
        "2, 130, 0101010101",
        "3, 131, 00",
        "4, 132, 00",
        "4, 255, 08", // never room for a frame
        "5, 133, ''", // results: no offset, no data, another place
        "5, 133, 0000",
        "5, 133, 00000000",
        "5, 133, 0000008000",
        "5, 255, 09",
        "5, 255, 08",
    })
    void theSameWrongAnswerEndsInAMessage(int request, int type, String payload) {
        SerialLink link = stubborn(
                request,
                asked -> new UartMessage(
                        type, asked.sequence(), java.util.HexFormat.of().parseHex(payload)));
        RuntimeException end = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> talk(link).orElseThrow());
        assertTrue(end instanceof LinkException, end::toString);
    }

    /** A design that has results of frames which nobody sent, and room for none. */
    @Test
    void resultsOfNothingEndInAMessage() {
        FakeBoard design = design();
        SerialLink link = new SerialLink() {
            private byte[] next = new byte[0];

            @Override
            public void write(byte[] bytes) {
                design.write(bytes);
                next = design.read(0);
                int type = bytes[2] & 0xFF;
                if (type == UartProtocol.FRAME) {
                    next = UartProtocol.encode(new UartMessage(UartProtocol.ERROR, bytes[3] & 0xFF, new byte[] {8}));
                } else if (type == UartProtocol.RESULT) {
                    next = UartProtocol.encode(new UartMessage(
                            UartProtocol.RESULT | UartProtocol.ANSWER, bytes[3] & 0xFF, new byte[4 + 1]));
                }
            }

            @Override
            public byte[] read(int milliseconds) {
                byte[] now = next;
                next = new byte[0];
                return now;
            }
        };
        UartBoard board = UartBoard.find(client(link), 1);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThrows(LinkException.class, () -> board.run(List.of(new byte[FRAME]), 1, false, n -> {})));
    }

    /** Bytes that come one by one, each just in time, do not keep it waiting. */
    @Test
    void aTrickleEndsInAMessage() {
        SerialLink link = new SerialLink() {
            @Override
            public void write(byte[] bytes) {}

            @Override
            public byte[] read(int milliseconds) {
                try {
                    Thread.sleep(milliseconds);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new byte[1];
            }
        };
        UartClient client = new UartClient(link, new Patience(20, 2));
        assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThrows(LinkException.class, () -> UartBoard.find(client, 1)));
    }
}
