package systole.host;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import systole.shell.UartDecoder;
import systole.shell.UartMessage;
import systole.shell.UartProtocol;
import systole.shell.UartProtocol.ErrorCode;

/**
 * Sends requests to a design and waits for the answers, one request at a time. A message that the line damages or loses
 * is sent again. Each request is done exactly once, as docs/uart.md describes.
 */
public final class UartClient {
    private static final int NUMBERS = 256;

    /**
     * After this many bytes without an answer among them, the client stops waiting. It is the length of a few of the
     * longest messages.
     */
    private static final int MOST_HEARD = 4 * (UartMessage.MAX_PAYLOAD + UartProtocol.OVERHEAD);

    /** After this many times of the longest silence, the client stops waiting for the rest of an answer. */
    private static final int LONGEST_ANSWER = 4;

    /**
     * The limits of waiting.
     *
     * @param milliseconds the silence after which a request counts as lost; it must be longer than the design's message
     *     time
     * @param tries how often a request is sent before the board counts as lost
     */
    public record Patience(int milliseconds, int tries) {
        /** The limits for a line at any usual rate: ten times the message time of a design. */
        public static final Patience DEFAULT = new Patience(1_000, 5);

        public Patience {
            if (milliseconds < 1 || tries < 1) {
                throw new IllegalArgumentException(milliseconds + " ms and " + tries + " tries are not enough");
            }
        }
    }

    /** Makes a request with a given sequence number. */
    @FunctionalInterface
    interface Request {
        UartMessage numbered(int sequence);
    }

    private final SerialLink link;
    private final Patience patience;
    private final UartDecoder decoder = new UartDecoder();
    private int sequence;
    private long repeats;
    private long damaged;
    private long malformed;

    public UartClient(SerialLink link, Patience patience) {
        this.link = link;
        this.patience = patience;
    }

    /**
     * Begins a conversation, no matter what happened before.
     *
     * @throws LinkException if nobody answers, or speaks another version of the protocol
     */
    public void open() {
        byte[] answer = ask(UartProtocol::open).payload();
        if (answer.length < 1 || answer[0] != UartProtocol.VERSION) {
            throw new LinkException("the board speaks another version of the protocol than " + UartProtocol.VERSION);
        }
    }

    /** Reads a register; the value is unsigned. */
    public long read(int address) {
        return done(ask(n -> UartProtocol.read(n, address)), "read of register 0x%03X", address)
                .value();
    }

    /** Writes a register. */
    public void write(int address, long value) {
        done(ask(n -> UartProtocol.write(n, address, value)), "write to register 0x%03X", address);
    }

    /** Sends a part of a frame. Returns empty if it was taken, otherwise the reason why not. */
    Optional<ErrorCode> send(int offset, byte[] data) {
        return problem(ask(n -> UartProtocol.frame(n, offset, data)));
    }

    /** Asks for a part of a result. Returns empty if there is none yet. */
    Optional<UartMessage> result() {
        UartMessage answer = ask(UartProtocol::result);
        if (problem(answer).filter(e -> e == ErrorCode.EMPTY).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(done(answer, "request for results", 0));
    }

    /** The number of messages that were sent again. */
    public long repeats() {
        return repeats;
    }

    /** The number of messages that were damaged on the way to the design. */
    public long damaged() {
        return damaged;
    }

    /** The number of received bytes that belonged to no message. */
    public long skipped() {
        return decoder.skipped();
    }

    private static Optional<ErrorCode> problem(UartMessage answer) {
        return answer.isError() ? Optional.of(answer.error()) : Optional.empty();
    }

    private static UartMessage done(UartMessage answer, String what, int address) {
        problem(answer).ifPresent(e -> {
            throw new LinkException("the board refuses a " + String.format(Locale.ROOT, what, address) + ": " + e);
        });
        return answer;
    }

    /** Sends a request until it is answered. */
    private UartMessage ask(Request request) {
        sequence = (sequence + 1) % NUMBERS;
        UartMessage message = request.numbered(sequence);
        for (int attempt = 0; attempt < patience.tries(); attempt++) {
            repeats += attempt > 0 ? 1 : 0;
            link.write(UartProtocol.encode(message));
            Optional<UartMessage> answer = answer(message);
            if (answer.isEmpty()) {
                continue;
            }
            if (problem(answer.get()).filter(UartClient::ofTheLine).isEmpty()) {
                return answer.get();
            }
            damaged++;
        }
        throw new LinkException("the board does not answer: " + patience.tries() + " tries of "
                + patience.milliseconds() + " ms; " + damaged + " messages reached it damaged, " + decoder.skipped()
                + " bytes came back that are no message, and " + malformed + " messages that are no answer");
    }

    /**
     * True for errors that a noisy line causes. The request was right, but the design did not understand it and reports
     * this.
     */
    private static boolean ofTheLine(ErrorCode error) {
        return error.repeatsUnderSameNumber() || error == ErrorCode.TYPE || error == ErrorCode.LENGTH;
    }

    /** The answer to a request. Empty if the line stays silent or carries only something else. */
    private Optional<UartMessage> answer(UartMessage request) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) LONGEST_ANSWER * patience.milliseconds());
        for (int heard = 0; heard < MOST_HEARD && System.nanoTime() < end; ) {
            byte[] bytes = link.read(patience.milliseconds());
            if (bytes.length == 0) {
                break;
            }
            heard += bytes.length;
            Optional<UartMessage> message = decoder.accept(bytes).stream()
                    .filter(m -> concerns(m, request))
                    .findFirst();
            if (message.isPresent()) {
                return message;
            }
        }
        decoder.reset();
        return Optional.empty();
    }

    /**
     * Whether a message answers this request. An answer to an earlier request does not. The report of a damaged request
     * does, because the request may have lost its number.
     */
    private boolean concerns(UartMessage message, UartMessage request) {
        if (!message.isComplete()) {
            malformed++;
            return false;
        }
        return message.answers(request) || (message.isError() && ofTheLine(message.error()));
    }
}
