package systole.host;

import systole.network.IntType;

/**
 * Frames as bytes of the serial line: each element in whole bytes, lowest first, sign or zero extended.
 *
 * @param type the type of an element
 */
public record FrameBytes(IntType type) {
    /** Bytes of an element. */
    public int width() {
        return type.bytes();
    }

    /** Elements in the order of the stream, as they are sent. */
    public byte[] of(int[] elements) {
        byte[] bytes = new byte[elements.length * width()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (elements[i / width()] >> (8 * (i % width())));
        }
        return bytes;
    }

    /** The received elements in the order of the stream. */
    public int[] elements(byte[] bytes) {
        int[] elements = new int[bytes.length / width()];
        for (int i = 0; i < elements.length; i++) {
            int pattern = 0;
            for (int k = 0; k < width(); k++) {
                pattern |= (bytes[i * width() + k] & 0xFF) << (8 * k);
            }
            elements[i] = new IntType(8 * width(), type.signed()).fromBits(pattern);
        }
        return elements;
    }
}
