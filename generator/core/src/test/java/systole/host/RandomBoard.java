package systole.host;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import systole.shell.UartMessage;
import systole.shell.UartProtocol;

/**
 * Whatever may be at the other end of a line instead of a design. It answers each request as the protocol wants, or with
 * anything that a message can be, or with what is none.
 */
final class RandomBoard implements SerialLink {
    private final FakeBoard design;
    private final Random random;
    private final double wrong;
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

    /** Requests that were answered. */
    int requests;

    /** @param wrong the share of answers that do not come from a design */
    RandomBoard(FakeBoard design, double wrong, long seed) {
        this.design = design;
        this.wrong = wrong;
        this.random = new Random(seed);
    }

    @Override
    public void write(byte[] bytes) {
        requests++;
        design.write(bytes);
        byte[] right = design.read(0);
        answers.writeBytes(random.nextDouble() < wrong ? anything(bytes) : right);
    }

    @Override
    public byte[] read(int milliseconds) {
        byte[] all = answers.toByteArray();
        answers.reset();
        return all;
    }

    private byte[] anything(byte[] request) {
        int type = request[2] & 0xFF;
        int sequence = random.nextInt(8) > 0 ? request[3] & 0xFF : random.nextInt(256);
        return switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> bytes(random.nextInt(6000));
            case 2 -> message(random.nextInt(256), sequence, random.nextInt(20));
            case 3 -> message(UartProtocol.ERROR, sequence, random.nextInt(4) > 0 ? 1 : random.nextInt(5));
            case 4 -> message(type | UartProtocol.ANSWER, sequence, random.nextInt(12));
            default -> {
                byte[] whole =
                        message(type | UartProtocol.ANSWER, sequence, random.nextInt(UartMessage.MAX_PAYLOAD + 1));
                yield random.nextBoolean() ? whole : Arrays.copyOf(whole, random.nextInt(whole.length));
            }
        };
    }

    private byte[] message(int type, int sequence, int length) {
        byte[] payload = bytes(length);
        if (random.nextBoolean()) {
            Arrays.fill(payload, (byte) 0);
        } else if (length == 1) {
            payload[0] = (byte) random.nextInt(12);
        }
        return UartProtocol.encode(new UartMessage(type, sequence, payload));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
