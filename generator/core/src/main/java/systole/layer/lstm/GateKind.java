package systole.layer.lstm;

/** The integer functions that stand for the sigmoid and the hyperbolic tangent, and the rounding of products. */
public enum GateKind {
    /**
     * Straight lines: {@code sigmoid(x) = clamp(x / 4 + 1/2, 0, 1)} and {@code tanh(x) = clamp(x, -1, 1)}. Products are
     * rounded half up. The cheapest hardware.
     */
    HARD,
    /**
     * TensorFlow Lite 2.18 reference kernels: gemmlowp's int16 {@code logistic} and {@code tanh}. Products are rounded
     * half away from zero.
     */
    GEMMLOWP,
    /**
     * TensorFlow Lite for Microcontrollers: a table of 256 sigmoids with interpolation. Products are rounded in two
     * steps, and the recurrent part of a gate is clamped to 16 bits by itself.
     */
    TABLE;

    /** The fewest fraction bits of a cell state that the kind's hyperbolic tangent takes. */
    public int minFraction() {
        return this == GEMMLOWP ? 9 : 0;
    }
}
