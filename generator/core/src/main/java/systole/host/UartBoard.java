package systole.host;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntType;
import systole.shell.Register;
import systole.shell.RegisterMap;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;
import systole.shell.ShellStream;
import systole.shell.UartMessage;
import systole.shell.UartProtocol;
import systole.shell.UartProtocol.ErrorCode;

/** A design on a board, at the other end of a serial line. */
public final class UartBoard {
    /** The number of frames on their way at once. The next frame is sent while the design computes one. */
    private static final int AHEAD = 2;

    /** How often frames are sent again because the design dropped them. */
    private static final int RESTARTS = 3;

    private static final int RESET_READS = 100;

    /** The design's count of frames is checked after each batch of this many frames. */
    private static final int BATCH = 64;

    private static final long COUNT = 0xFFFF_FFFFL;

    /** Registers that every design on a serial line has, at the same offsets. */
    private static final RegisterMap MAP = map();

    private final UartClient client;
    private final int frameMilliseconds;
    private int restarts;

    /** Thrown when the design dropped the frames that were under way. */
    private static final class Dropped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @param frameMilliseconds without a part of a result after which the design counts as stuck */
    private UartBoard(UartClient client, int frameMilliseconds) {
        this.client = client;
        this.frameMilliseconds = frameMilliseconds;
    }

    /**
     * Finds the design at the other end.
     *
     * @param frameMilliseconds without a part of a result after which the design counts as stuck
     * @throws LinkException if nobody answers
     * @throws RefusedException if the answer does not come from a Systole design, or if the design has other registers
     */
    public static UartBoard find(UartClient client, int frameMilliseconds) {
        client.open();
        UartBoard board = new UartBoard(client, frameMilliseconds);
        require(board.read("ID") == RegisterMap.ID, "the device at this port is not a Systole design", "");
        long version = board.read("VERSION");
        require(
                version >>> 16 == RegisterMap.MAJOR_VERSION,
                String.format(
                        Locale.ROOT,
                        "the registers are of version %d, not %d",
                        version >>> 16,
                        RegisterMap.MAJOR_VERSION),
                "use the Systole that the design was built with");
        return board;
    }

    /** The hash that tells the design from any other. It also stands in the {@code design.json} of the design. */
    public long hash() {
        return read("NETWORK_HASH_LO") | read("NETWORK_HASH_HI") << 32;
    }

    /** The values of all registers, unsigned, by rising offset. */
    public Map<Register, Long> registers() {
        Map<Register, Long> values = new LinkedHashMap<>();
        MAP.registers().forEach(r -> values.put(r, client.read(r.offset())));
        return values;
    }

    /** The value of a register, unsigned. */
    public long read(String register) {
        return client.read(MAP.register(register).offset());
    }

    private void write(String register, long value) {
        client.write(MAP.register(register).offset(), value);
    }

    /** Drops whatever is under way, and clears errors. */
    public void reset() {
        long reset = MAP.register("CONTROL").field("SOFT_RESET").mask();
        write("CONTROL", reset | MAP.register("CONTROL").field("ENABLE").mask());
        for (int left = RESET_READS; (read("CONTROL") & reset) != 0; left--) {
            if (left == 0) {
                throw new LinkException("the design does not end its reset");
            }
        }
        write("STATUS", 0xFFFF_FFFFL);
    }

    /**
     * Sends frames and returns the results. Frames that the design dropped are sent again. If the design carries a
     * state from frame to frame, this state is lost with them, so all frames are sent again. Such a design must be
     * reset first.
     *
     * @param frames bytes as docs/uart.md arranges them
     * @param resultBytes bytes of a frame that comes out
     * @param stateful whether the design carries a state from frame to frame
     * @param finished receives the number of frames that have come out
     * @throws LinkException if no results come, or frames are dropped time and again
     */
    public List<byte[]> run(List<byte[]> frames, int resultBytes, boolean stateful, IntConsumer finished) {
        List<byte[]> all = new ArrayList<>();
        int most = stateful ? frames.size() : BATCH;
        while (all.size() < frames.size()) {
            List<byte[]> batch = frames.subList(all.size(), Math.min(frames.size(), all.size() + most));
            int before = all.size();
            all.addAll(batch(batch, new Results(resultBytes, n -> finished.accept(before + n))));
        }
        return all;
    }

    /**
     * Runs some of the frames. No result is returned before the design has counted all of them, so that no result is
     * taken for that of another frame.
     */
    private List<byte[]> batch(List<byte[]> frames, Results results) {
        while (true) {
            try {
                long before = read("FRAMES_OUT");
                stream(frames, results);
                if (((read("FRAMES_OUT") - before) & COUNT) == frames.size()) {
                    return results.complete;
                }
                throw new Dropped();
            } catch (Dropped e) {
                if (restarts++ >= RESTARTS) {
                    throw new LinkException("the design dropped frames " + restarts + " times");
                }
                reset();
                results.clear();
            }
        }
    }

    private void stream(List<byte[]> frames, Results results) throws Dropped {
        int sent = 0;
        while (results.complete.size() < frames.size()) {
            if (sent < frames.size() && sent - results.complete.size() < AHEAD) {
                send(frames.get(sent), results);
                sent++;
                results.sent = sent;
            } else {
                results.fetch();
            }
        }
    }

    /** How often frames were sent again because the design had dropped them. */
    public int restarts() {
        return restarts;
    }

    private void send(byte[] frame, Results results) throws Dropped {
        for (int offset = 0; offset < frame.length; ) {
            byte[] data = Arrays.copyOfRange(frame, offset, Math.min(frame.length, offset + UartProtocol.CHUNK));
            Optional<ErrorCode> refused = client.send(offset, data);
            if (refused.isEmpty()) {
                offset += data.length;
            } else if (refused.get() == ErrorCode.BUSY) {
                results.fetch();
            } else {
                throw new Dropped();
            }
        }
    }

    /** The frames that come out, part by part. */
    private final class Results {
        private final int bytes;
        private final IntConsumer finished;
        private final List<byte[]> complete = new ArrayList<>();
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private long progress = System.nanoTime();

        /** The number of frames that went to the design, of which results can come. */
        private int sent;

        Results(int bytes, IntConsumer finished) {
            this.bytes = bytes;
            this.finished = finished;
        }

        void clear() {
            complete.clear();
            part.reset();
            sent = 0;
            progress = System.nanoTime();
        }

        /**
         * Gives up waiting. If the design is idle, it has dropped the awaited frames: either by itself, or because
         * somebody pressed reset.
         */
        private void giveUp() throws Dropped {
            Register status = MAP.register("STATUS");
            long dropped = status.field("ABORTED").mask() | status.field("IDLE").mask();
            if ((read("STATUS") & dropped) != 0) {
                throw new Dropped();
            }
            throw new LinkException("no result within " + frameMilliseconds + " ms");
        }

        /** Takes a part of a result if there is one. */
        void fetch() throws Dropped {
            Optional<UartMessage> answer = client.result();
            if (answer.isEmpty()) {
                if (System.nanoTime() - progress > TimeUnit.MILLISECONDS.toNanos(frameMilliseconds)) {
                    giveUp();
                }
                return;
            }
            progress = System.nanoTime();
            UartMessage message = answer.get();
            byte[] data = message.data();
            if (message.offset() != part.size() || data.length > bytes - part.size() || complete.size() == sent) {
                throw new Dropped();
            }
            part.writeBytes(data);
            if (part.size() == bytes) {
                complete.add(part.toByteArray());
                part.reset();
                finished.accept(complete.size());
            }
        }
    }

    private static RegisterMap map() {
        ShellStream any = new ShellStream(1, 1, 1, IntType.INT8, 1);
        return RegisterMap.of(new ShellSpec("any", any, any, 0, 100_000_000, false, ShellLink.Uart.DEFAULT));
    }

    private static void require(boolean good, String message, String hint) {
        if (!good) {
            throw RefusedException.of(SourceRef.NONE, message, hint);
        }
    }
}
