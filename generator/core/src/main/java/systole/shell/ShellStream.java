package systole.shell;

import systole.engine.BeatStream;
import systole.network.IntType;
import systole.network.Shape;

/**
 * The frames that enter or leave a core. They have H x W x C elements, with channels fastest. A beat holds several
 * elements, the first one lowest, and each element fills whole bytes (sign or zero extended).
 *
 * @param height rows, 1 where the tensor has none
 * @param width columns, 1 where the tensor has none
 * @param channels elements of a pixel
 * @param type of an element
 * @param lanes elements of a beat
 */
public record ShellStream(int height, int width, int channels, IntType type, int lanes) {
    public ShellStream {
        if ((long) height * width * channels % lanes != 0) {
            throw new IllegalArgumentException("the frame does not divide into beats of " + lanes);
        }
    }

    static ShellStream of(BeatStream stream, Shape shape) {
        return new ShellStream(shape.height(), shape.width(), shape.channels(), stream.type(), stream.lanes());
    }

    /** Elements of a frame. */
    public int elements() {
        return height * width * channels;
    }

    /** Beats of a frame. */
    public int beats() {
        return elements() / lanes;
    }

    /** Bytes of an element: 1 up to 8 bits, 2 up to 16. */
    public int elementBytes() {
        return type.bytes();
    }

    /** Bytes of a beat at the core. */
    public int coreBytes() {
        return lanes * elementBytes();
    }

    /**
     * Bytes of a beat on the bus, which is the next power of two. Bytes above {@link #coreBytes} are 0 on output and
     * ignored on input.
     */
    public int busBytes() {
        return coreBytes() == 1 ? 1 : Integer.highestOneBit(coreBytes() - 1) * 2;
    }

    /** Bytes of a frame without padding, as the serial line carries it. */
    public int frameBytes() {
        return beats() * coreBytes();
    }
}
