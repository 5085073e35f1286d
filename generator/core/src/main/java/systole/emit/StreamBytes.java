package systole.emit;

import systole.plan.unit.Stream;

/** How an element lies in AXI4-Stream data: in whole bytes. */
public final class StreamBytes {
    private StreamBytes() {}

    /** Bytes of an element: 1 up to 8 bits, 2 up to 16. */
    public static int of(Stream stream) {
        return (stream.type().bits() + 7) / 8;
    }
}
