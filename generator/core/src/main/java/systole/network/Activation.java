package systole.network;

/** The way in which the range of an output is narrowed. */
public sealed interface Activation {
    /** Limits that follow from the output's scale and zero point. */
    enum Named implements Activation {
        /** The whole integer type. */
        NONE,
        /** Real values from 0, which means integers from the zero point. */
        RELU,
        /**
         * Real values from 0 to 6. The upper limit is {@code zero + round(6 / scale)}, in float and half away from zero
         * (TFLite).
         */
        RELU6
    }

    /** Limits in output integers, both included. */
    record Clamp(int lo, int hi) implements Activation {}

    /** The output integers that remain. The limits of a {@link Clamp} must lie within the type. */
    default Range bounds(Quantized output) {
        IntType type = output.type();
        if (this instanceof Clamp clamp) {
            return new Range(clamp.lo(), clamp.hi());
        }
        int lo = this == Named.NONE ? type.min() : output.zero();
        int hi = this == Named.RELU6 ? type.clamp(output.zero() + six((float) output.scale())) : type.max();
        return new Range(lo, hi);
    }

    private static long six(float scale) {
        return Math.round((double) Math.min(6f / scale, 1 << 20));
    }
}
