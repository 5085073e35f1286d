package systole.network;

/**
 * How elements stand for real numbers: {@code real = scale * (q - zero)}.
 *
 * @param type the integer type of q
 * @param scale positive and finite; 1 where the network is purely integer
 * @param zero the zero point, within the type
 */
public record Quantized(IntType type, double scale, int zero) {
    public Quantized {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("a scale is positive and finite, not " + scale);
        }
        if (!type.contains(zero)) {
            throw new IllegalArgumentException("zero point " + zero + " is outside " + type);
        }
    }

    public Quantized(IntType type) {
        this(type, 1.0, 0);
    }

    @Override
    public String toString() {
        return type + " scale " + scale + " zero " + zero;
    }
}
