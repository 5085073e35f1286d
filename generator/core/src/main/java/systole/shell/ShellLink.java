package systole.shell;

/** The link between a shell and its software. */
public sealed interface ShellLink {
    /**
     * A register bank on AXI4-Lite and frames on AXI4-Stream.
     *
     * @param ownCoreClock whether the core has a clock of its own, {@code core_clk}, apart from the bus clock
     * @param inDepth beats that the input FIFO holds, a power of two, 4 to 32768
     * @param outDepth beats that the output FIFO holds, likewise
     */
    record Axi(boolean ownCoreClock, int inDepth, int outDepth) implements ShellLink {
        /** The default: one clock, and FIFOs that fit LUT memory rather than block RAM. */
        public static final Axi DEFAULT = new Axi(false, 32, 32);

        public Axi {
            requireDepth(inDepth);
            requireDepth(outDepth);
        }
    }

    /**
     * Registers and frames over a serial line, with 8 data bits, no parity and 1 stop bit, in the messages of
     * {@link UartProtocol}.
     *
     * @param baud bits a second
     * @param messageTimeoutMs milliseconds without a byte after which a message counts as broken off, and after which a
     *     request for results is answered that there are none
     * @param frameTimeoutMs milliseconds without a message after which an unfinished frame is given up
     */
    record Uart(int baud, int messageTimeoutMs, int frameTimeoutMs) implements ShellLink {
        /** The default, which every USB bridge supports. */
        public static final Uart DEFAULT = at(115_200);

        private static final int MESSAGE_MS = 100;
        private static final int FRAME_MS = 2_000;

        /** The number of beats that each FIFO holds. */
        public static final int DEPTH = 16;

        public Uart {
            if (baud < 1 || messageTimeoutMs < 1 || frameTimeoutMs < messageTimeoutMs) {
                throw new IllegalArgumentException("a baud rate and times of at least 1, the frame's not the shorter");
            }
        }

        /**
         * A line of some rate, whose times leave room for the longest message.
         *
         * @param baud bits a second
         */
        public static Uart at(int baud) {
            return new Uart(baud, MESSAGE_MS, Math.max(FRAME_MS, 3 * UartProtocol.longestMilliseconds(baud)));
        }

        /** The cycles of a bit at a clock frequency, rounded. */
        public int divisor(long clockHz) {
            return (int) Math.round((double) clockHz / baud);
        }
    }

    private static void requireDepth(int depth) {
        if (depth < 4 || depth > 32_768 || Integer.bitCount(depth) != 1) {
            throw new IllegalArgumentException("a FIFO holds 4 to 32768 beats, a power of two, not " + depth);
        }
    }
}
