package systole.layer.lstm;

import systole.network.Requantizer;

/** The functions of one {@link GateKind}. Results are Q0.15. */
interface GateFunctions {
    /** The sigmoid of a Q3.12 number. */
    int sigmoid(int u);

    /**
     * The hyperbolic tangent.
     *
     * @param x an int16
     * @param fraction fraction bits of {@code x}
     */
    int tanh(int x, int fraction);

    /** The division of a product of two int16 by 2^shift, with the rounding of this kind. */
    Requantizer product(int shift);

    /** The functions of a kind. */
    static GateFunctions of(GateKind kind) {
        return switch (kind) {
            case HARD -> new HardGates();
            case GEMMLOWP -> new GemmlowpGates();
            case TABLE -> new TableGates();
        };
    }
}
