package systole.host;

import java.util.Optional;
import systole.shell.UartDecoder;
import systole.shell.UartMessage;
import systole.shell.UartProtocol;
import systole.shell.UartProtocol.ErrorCode;

/**
 * Asks a design and waits for its answer, one request at a time; what the line damages or swallows is sent again. Each
 * request is done exactly once, docs/uart.md.
 */
public final class UartClient {
    private static final int NUMBERS = 256;

    /** Bytes without an answer among them after which it is not waited for any more: some of the longest messages. */
    private static final int MOST_HEARD = 4 * (UartMessage.MAX_PAYLOAD + UartProtocol.OVERHEAD);

    /**
     * How long to be patient.
     *
     * @param milliseconds without a byte after which a request counts as lost; more than the design's message time
     * @param tries of a request before the board counts as lost
     */
    public record Patience(int milliseconds, int tries) {
        /** For a line at any usual rate: ten times the message time of a design. */
        public static final Patience DEFAULT = new Patience(1_000, 5);

        public Patience {
            if (milliseconds < 1 || tries < 1) {
                throw new IllegalArgumentException(milliseconds + " ms and " + tries + " tries are not enough");
            }
        }
    }

    /** Makes the request that is to have a sequence number. */
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

    public UartClient(SerialLink link, Patience patience) {
        this.link = link;
        this.patience = patience;
    }

    /**
     * Begins a conversation, whatever went before.
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

    /** Sends a part of a frame; empty if it was taken, otherwise why not. */
    Optional<ErrorCode> send(int offset, byte[] data) {
        return problem(ask(n -> UartProtocol.frame(n, offset, data)));
    }

    /** Asks for a part of a result; empty if there is none yet. */
    Optional<UartMessage> result() {
        UartMessage answer = ask(UartProtocol::result);
        if (problem(answer).filter(e -> e == ErrorCode.EMPTY).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(done(answer, "request for results", 0));
    }

    /** Messages that were sent again. */
    public long repeats() {
        return repeats;
    }

    /** Messages that reached the design damaged. */
    public long damaged() {
        return damaged;
    }

    /** Bytes received that belonged to no message. */
    public long skipped() {
        return decoder.skipped();
    }

    private static Optional<ErrorCode> problem(UartMessage answer) {
        return answer.isError() ? Optional.of(answer.error()) : Optional.empty();
    }

    private static UartMessage done(UartMessage answer, String what, int address) {
        problem(answer).ifPresent(e -> {
            throw new LinkException("the board refuses a " + String.format(what, address) + ": " + e);
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
                + " bytes came back that are no message");
    }

    /** What a line does to requests that are right: the design has not understood them, and reports it. */
    private static boolean ofTheLine(ErrorCode error) {
        return error.repeatsUnderSameNumber() || error == ErrorCode.TYPE || error == ErrorCode.LENGTH;
    }

    /** The answer to a request; empty if the line stays silent, or says something else all the time. */
    private Optional<UartMessage> answer(UartMessage request) {
        for (int heard = 0; heard < MOST_HEARD; ) {
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

    /** An answer to an earlier request is none to this one; a damaged request may have lost its number. */
    private static boolean concerns(UartMessage message, UartMessage request) {
        if (message.isError() && message.payload().length != 1) {
            return false;
        }
        return message.answers(request) || (message.isError() && ofTheLine(message.error()));
    }
}
