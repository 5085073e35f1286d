package systole.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import systole.diagnostic.RefusedException;
import systole.host.UartClient.Patience;
import systole.network.IntType;
import systole.shell.UartProtocol;

class UartBoardTest {
    private static final int FRAME = 2500;
    private static final int RESULT = FRAME / 2;

    private static byte[] network(byte[] frame) {
        byte[] half = Arrays.copyOf(frame, RESULT);
        half[0] ^= 0x55;
        return half;
    }

    private static FakeBoard fake(double trouble, long seed) {
        return new FakeBoard(FRAME, UartBoardTest::network, trouble, seed);
    }

    private static List<byte[]> frames(int count, long seed) {
        Random random = new Random(seed);
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] frame = new byte[FRAME];
            random.nextBytes(frame);
            frames.add(frame);
        }
        return frames;
    }

    private static UartBoard board(SerialLink link, int tries) {
        return UartBoard.find(new UartClient(link, new Patience(10, tries)), 1);
    }

    private static void requireRight(List<byte[]> frames, List<byte[]> results) {
        assertEquals(frames.size(), results.size());
        for (int i = 0; i < frames.size(); i++) {
            assertArrayEquals(network(frames.get(i)), results.get(i), "frame " + i);
        }
    }

    @Test
    void framesComeBackInOrder() {
        List<byte[]> frames = frames(7, 2);
        List<Integer> finished = new ArrayList<>();
        UartBoard board = board(fake(0, 1), 1);
        assertEquals(0x0123_4567_89AB_CDEFL, board.hash());
        requireRight(frames, board.run(frames, RESULT, false, finished::add));
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), finished);
        assertEquals(0, board.restarts());
    }

    /** The bytes that cross the line for a frame are those that the predicted rate counts. */
    @Test
    void aFrameTakesTheBytesThatArePredicted() {
        FakeBoard fake = fake(0, 1);
        long[] bytes = new long[1];
        SerialLink counted = new SerialLink() {
            @Override
            public void write(byte[] message) {
                bytes[0] += message.length;
                fake.write(message);
            }

            @Override
            public byte[] read(int milliseconds) {
                byte[] answer = fake.read(milliseconds);
                bytes[0] += answer.length;
                return answer;
            }
        };
        UartBoard board = board(counted, 1);
        long[] taken = new long[2];
        for (int twice = 0; twice < 2; twice++) {
            long before = bytes[0];
            board.run(frames(2 + twice, 3), RESULT, false, n -> {});
            taken[twice] = bytes[0] - before;
        }
        assertEquals(UartProtocol.frameTraffic(FRAME, RESULT), taken[1] - taken[0]);
    }

    /**
     * Whatever the line does, every frame is computed exactly once, and every result is right. With the same noise each
     * time: of 65536 messages damaged at random, one passes a CRC of 16 bits.
     */
    @Test
    void aLineThatDamagesAndSwallowsChangesNothing() {
        for (long seed = 0; seed < 200; seed++) {
            FakeBoard fake = fake(0.0005, seed);
            List<byte[]> frames = frames(3, seed);
            UartBoard board = board(fake, 100);
            requireRight(frames, board.run(frames, RESULT, false, n -> {}));
            assertEquals(0, board.restarts());
            assertEquals(frames.size(), fake.computed);
        }
    }

    @Test
    void theTroubleIsReported() {
        int repeated = 0;
        int damaged = 0;
        int skipped = 0;
        for (long seed = 0; seed < 20; seed++) {
            UartClient client = new UartClient(fake(0.0005, seed), new Patience(10, 100));
            UartBoard.find(client, 1).run(frames(3, seed), RESULT, false, n -> {});
            repeated += client.repeats() > 0 ? 1 : 0;
            damaged += client.damaged() > 0 ? 1 : 0;
            skipped += client.skipped() > 0 ? 1 : 0;
        }
        assertTrue(repeated > 10 && damaged > 10 && skipped > 5, repeated + " " + damaged + " " + skipped);
    }

    @Test
    void aDesignWithoutRoomIsGivenTime() {
        FakeBoard fake = fake(0, 1);
        fake.room = 1;
        List<byte[]> frames = frames(5, 3);
        requireRight(frames, board(fake, 1).run(frames, RESULT, false, n -> {}));
    }

    @Test
    void droppedFramesAreSentAgain() {
        int restarts = 0;
        for (int request = 0; request < 40; request++) {
            FakeBoard fake = fake(0, 1);
            UartBoard board = board(fake, 1);
            board.reset();
            fake.untilDropped = request;
            List<byte[]> frames = frames(5, 3);
            requireRight(frames, board.run(frames, RESULT, false, n -> {}));
            restarts += board.restarts();
        }
        assertTrue(restarts > 10, restarts + " restarts");
    }

    /** What comes out tells how many frames came since the reset; so all of them are to be sent again, not a batch. */
    @Test
    void aStateThatIsLostIsMadeAgain() {
        int[] since = {0};
        int restarts = 0;
        for (int request = 170; request < 180; request++) {
            FakeBoard fake = new FakeBoard(1, frame -> new byte[] {(byte) since[0]++}, 0, 1);
            fake.dropped = () -> since[0] = 0;
            UartBoard board = board(fake, 1);
            board.reset();
            fake.untilDropped = request;
            List<byte[]> results = board.run(Collections.nCopies(100, new byte[1]), 1, true, n -> {});
            for (int i = 0; i < results.size(); i++) {
                assertEquals(i, results.get(i)[0]);
            }
            restarts += board.restarts();
        }
        assertTrue(restarts > 0, restarts + " restarts");
    }

    @Test
    void aBoardThatIsNotThereIsALinkFailure() {
        FakeBoard fake = fake(0, 1);
        fake.connected = false;
        LinkException failure = assertThrows(LinkException.class, () -> board(fake, 3));
        assertTrue(failure.getMessage().contains("3 tries of 10 ms"), failure.getMessage());
    }

    @Test
    void aLineThatBabblesIsALinkFailure() {
        SerialLink babble = new SerialLink() {
            @Override
            public void write(byte[] bytes) {}

            @Override
            public byte[] read(int milliseconds) {
                return new byte[] {(byte) 0xA5, 0x5A, 1, 2, 3};
            }
        };
        LinkException failure = assertThrows(LinkException.class, () -> board(babble, 2));
        assertTrue(failure.getMessage().contains("bytes came back that are no message"), failure.getMessage());
    }

    @Test
    void aDesignThatGivesNoResultsIsALinkFailure() {
        FakeBoard fake = fake(0, 1);
        fake.stuck = true;
        UartBoard board = board(fake, 1);
        List<byte[]> frames = frames(1, 1);
        LinkException failure = assertThrows(LinkException.class, () -> board.run(frames, RESULT, false, n -> {}));
        assertEquals("no result within 1 ms", failure.getMessage());
    }

    /** A button that nobody knows of: no flag tells, but there is nothing under way. */
    @Test
    void aDesignThatWasResetIsSentItsFramesAgain() {
        FakeBoard fake = fake(0, 1);
        UartBoard board = board(fake, 1);
        fake.untilDropped = 9;
        fake.dropped = () -> fake.registers.put(0x044, 2L);
        List<byte[]> frames = frames(5, 3);
        requireRight(frames, board.run(frames, RESULT, false, n -> {}));
        assertEquals(1, board.restarts());
    }

    @Test
    void whatIsNoDesignIsRefused() {
        FakeBoard other = fake(0, 1);
        other.registers.put(0x000, 1L);
        assertThrows(RefusedException.class, () -> board(other, 1));
        FakeBoard newer = fake(0, 1);
        newer.registers.put(0x004, 0x7FFF_0000L);
        assertThrows(RefusedException.class, () -> board(newer, 1));
    }

    @Test
    void registersComeByName() {
        UartBoard board = board(fake(0, 1), 1);
        board.reset();
        assertEquals(2, board.read("STATUS"));
        assertEquals(
                0x89AB_CDEFL,
                board.registers().entrySet().stream()
                        .filter(e -> e.getKey().name().equals("NETWORK_HASH_LO"))
                        .findFirst()
                        .orElseThrow()
                        .getValue());
    }

    @Test
    void elementsAreWholeBytesLowestFirst() {
        FrameBytes wide = new FrameBytes(new IntType(12, true));
        byte[] bytes = {1, 0, (byte) 0xFE, (byte) 0xFF, 0, (byte) 0xF8};
        assertArrayEquals(bytes, wide.of(new int[] {1, -2, -2048}));
        assertArrayEquals(new int[] {1, -2, -2048}, wide.elements(bytes));
        FrameBytes narrow = new FrameBytes(new IntType(8, false));
        assertArrayEquals(new int[] {0, 200, 255}, narrow.elements(narrow.of(new int[] {0, 200, 255})));
    }
}
