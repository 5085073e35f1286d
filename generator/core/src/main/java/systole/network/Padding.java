package systole.network;

/** The padding of an input, over which a window may reach. Padded positions hold the input's zero point. */
public sealed interface Padding {
    /** Sizes that follow from the input. */
    enum Automatic implements Padding {
        /**
         * The output has ceil(input / stride) positions. An odd element of padding goes to the bottom and right, as in
         * TensorFlow.
         */
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
