package systole.network;

/** How a window reaches over the edge of its input. Padded positions hold the input's zero point. */
public sealed interface Padding {
    /** Sizes that follow from the input. */
    enum Automatic implements Padding {
        /** Output = ceil(input / stride); the odd element of padding goes to the bottom and right (TensorFlow). */
        SAME,
        /** No padding. */
        VALID
    }

    /** Explicit sizes in elements, each at least 0. */
    record Explicit(int top, int bottom, int left, int right) implements Padding {
        public Explicit {
            if (top < 0 || bottom < 0 || left < 0 || right < 0) {
                throw new IllegalArgumentException("padding is at least 0");
            }
        }
    }
}
