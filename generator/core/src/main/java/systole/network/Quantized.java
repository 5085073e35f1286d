package systole.network;

/**
 * The relation between elements and real numbers: {@code real = scale * (q - zero)}.
 *
 * @param type the integer type of q
 * @param scale positive and finite; 1 if the network is purely integer
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

    /**
     * The element that stands for a real number: {@code real / scale} in double precision, rounded to the nearest
     * integer with halves away from 0, plus the zero point, saturated to the type. NaN becomes the zero point.
     */
    public int quantize(double real) {
        double quotient = real / scale;
        if (Double.isNaN(quotient)) {
            return zero;
        }
        // The limits lie beyond the type on either side, so that only a small integer with a fraction is rounded.
        double near = Math.max(-(1 << 17), Math.min(1 << 17, quotient));
        long whole = (long) near;
        double rest = near - whole;
        return type.clamp(whole + (rest >= 0.5 ? 1 : 0) - (rest <= -0.5 ? 1 : 0) + zero);
    }

    /** The real number that an element stands for, in double precision. */
    public double dequantize(int element) {
        return scale * (element - zero);
    }

    @Override
    public String toString() {
        return type + " scale " + scale + " zero " + zero;
    }
}
