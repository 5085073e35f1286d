package systole.host;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import systole.shell.RegisterMap;
import systole.shell.UartDecoder;
import systole.shell.UartMessage;
import systole.shell.UartProtocol;
import systole.shell.UartProtocol.ErrorCode;

/**
 * A design behind a serial line, as docs/uart.md describes it, without hardware. The line damages and swallows bytes as
 * often as it is told to. Time passes as soon as somebody waits.
 */
final class FakeBoard implements SerialLink {
    private static final int CONTROL = 0x040;
    private static final int STATUS = 0x044;
    private static final int FRAMES_OUT = 0x05C;
    private static final long BUSY = 1;
    private static final long ABORTED = 1 << 10;

    final Map<Integer, Long> registers = new HashMap<>(Map.of(
            0x000,
            RegisterMap.ID,
            0x004,
            (long) RegisterMap.MAJOR_VERSION << 16,
            0x008,
            0x89AB_CDEFL,
            0x00C,
            0x0123_4567L,
            FRAMES_OUT,
            0L,
            CONTROL,
            1L,
            STATUS,
            2L));

    private final int frameBytes;
    private final UnaryOperator<byte[]> network;
    private final Random noise;
    private final double trouble;
    private final UartDecoder decoder = new UartDecoder();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final Deque<byte[]> results = new ArrayDeque<>();
    private int resultOffset;
    private int last = -1;
    private Optional<UartMessage> answer = Optional.empty();

    /** Frames that the design has computed. */
    int computed;
    /** Results that the design can hold before it refuses parts of frames. */
    int room = 2;
    /** Requests after which the design drops everything; negative: never. */
    int untilDropped = -1;
    /** Is told when the design drops everything. */
    Runnable dropped = () -> {};
    /** Whether it computes for ever. */
    boolean stuck;
    /** Whether the other end is there. */
    boolean connected = true;

    FakeBoard(int frameBytes, UnaryOperator<byte[]> network, double trouble, long seed) {
        this.frameBytes = frameBytes;
        this.network = network;
        this.trouble = trouble;
        this.noise = new Random(seed);
    }

    @Override
    public void write(byte[] bytes) {
        if (!connected) {
            return;
        }
        byte[] arrived = pass(bytes);
        long before = decoder.skipped();
        decoder.accept(arrived).forEach(this::take);
        if (decoder.inMessage()) {
            decoder.reset();
            say(error(0, ErrorCode.BROKEN_OFF));
        } else if (decoder.skipped() > before + 6) {
            say(error(noise.nextInt(256), ErrorCode.CRC));
        }
    }

    @Override
    public byte[] read(int milliseconds) {
        byte[] all = answers.toByteArray();
        answers.reset();
        return all;
    }

    private byte[] pass(byte[] bytes) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        for (byte one : bytes) {
            int kind = noise.nextDouble() < trouble ? noise.nextInt(3) : 3;
            switch (kind) {
                case 0 -> heard.write(one ^ (1 << noise.nextInt(8)));
                case 1 -> heard.writeBytes(new byte[] {(byte) 0xA5, 0x5A, one});
                case 2 -> {}
                default -> heard.write(one);
            }
        }
        return heard.toByteArray();
    }

    private void say(UartMessage message) {
        answers.writeBytes(pass(UartProtocol.encode(message)));
    }

    private void take(UartMessage message) {
        if (message.type() != UartProtocol.OPEN && message.sequence() == last && answer.isPresent()) {
            say(answer.get());
            return;
        }
        if (untilDropped >= 0 && untilDropped-- == 0) {
            drop();
        }
        last = message.sequence();
        UartMessage made = done(message);
        answer = Optional.of(made);
        say(made);
    }

    private UartMessage done(UartMessage message) {
        byte[] payload = message.payload();
        int address = payload.length < 2 ? 0 : (payload[0] & 0xFF) | ((payload[1] & 0xFF) << 8);
        return switch (message.type()) {
            case UartProtocol.OPEN -> answer(message, UartProtocol.VERSION, 0, 0, 4);
            case UartProtocol.READ -> read(message, address);
            case UartProtocol.WRITE -> write(message, address);
            case UartProtocol.FRAME -> frame(message);
            case UartProtocol.RESULT -> result(message);
            default -> error(message.sequence(), ErrorCode.TYPE);
        };
    }

    private UartMessage read(UartMessage message, int address) {
        long value = address == STATUS && stuck ? BUSY : registers.getOrDefault(address, 0L);
        return answer(message, (int) value, (int) (value >> 8), (int) (value >> 16), (int) (value >> 24));
    }

    private UartMessage write(UartMessage message, int address) {
        if (!registers.containsKey(address)) {
            return error(message.sequence(), ErrorCode.ADDRESS);
        }
        if (address == CONTROL && (message.payload()[2] & 2) != 0) {
            drop();
        }
        if (address == STATUS) {
            registers.put(STATUS, 2L);
        }
        return answer(message);
    }

    private void drop() {
        frame.reset();
        results.clear();
        resultOffset = 0;
        registers.put(FRAMES_OUT, 0L);
        registers.merge(STATUS, ABORTED, (a, b) -> a | b);
        dropped.run();
    }

    private UartMessage frame(UartMessage message) {
        if (results.size() >= room) {
            return error(message.sequence(), ErrorCode.BUSY);
        }
        if (message.offset() != frame.size()) {
            return error(message.sequence(), ErrorCode.OFFSET);
        }
        frame.writeBytes(message.data());
        if (frame.size() == frameBytes) {
            computed++;
            results.add(network.apply(frame.toByteArray()));
            frame.reset();
        }
        return answer(message);
    }

    private UartMessage result(UartMessage message) {
        if (results.isEmpty() || stuck) {
            return error(message.sequence(), ErrorCode.EMPTY);
        }
        byte[] whole = results.peek();
        byte[] data =
                Arrays.copyOfRange(whole, resultOffset, Math.min(whole.length, resultOffset + UartProtocol.CHUNK));
        UartMessage part = UartProtocol.frame(message.sequence(), resultOffset, data);
        resultOffset += data.length;
        if (resultOffset == whole.length) {
            results.remove();
            resultOffset = 0;
            registers.merge(FRAMES_OUT, 1L, Long::sum);
        }
        return new UartMessage(UartProtocol.RESULT | UartProtocol.ANSWER, message.sequence(), part.payload());
    }

    private static UartMessage answer(UartMessage request, int... bytes) {
        byte[] payload = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            payload[i] = (byte) bytes[i];
        }
        return new UartMessage(request.type() | UartProtocol.ANSWER, request.sequence(), payload);
    }

    private static UartMessage error(int sequence, ErrorCode code) {
        return new UartMessage(UartProtocol.ERROR, sequence, new byte[] {(byte) code.code()});
    }
}
