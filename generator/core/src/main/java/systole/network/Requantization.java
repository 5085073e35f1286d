package systole.network;

import java.util.List;

/**
 * The way in which accumulators become output elements, as it is written in the network. {@link Requantizers} turns it
 * into the exact integer function. Every list has one value for all channels, or one for each.
 */
public sealed interface Requantization {
    /** The length of the longest list: 1, or the number of channels. */
    int values();

    /** The rounding of a power-of-two shift. */
    enum ShiftRounding {
        FLOOR,
        HALF_UP,
        HALF_EVEN,
        HALF_AWAY
    }

    /** The arithmetic for a real-valued scale. */
    enum ScaleRounding {
        /** TensorFlow Lite 2.18 reference kernels: two roundings. */
        DOUBLE,
        /** TensorFlow Lite's optimized kernels: the second rounding is half up. */
        HALF_UP,
        /** TensorFlow Lite built with single rounding. */
        SINGLE,
        /**
         * TensorFlow Lite's kernels of 64-bit sums, which are those of 16-bit elements: a multiplier of 15 bits, half up.
         */
        REDUCED,
        /** ONNX Runtime: a float product, rounded half to even. */
        FLOAT_HALF_EVEN,
        /** The exact product, rounded once, half to even. */
        EXACT
    }

    /**
     * {@code level = acc * (input scale * weight scale / output scale)}, rounded as {@code rounding} says.
     *
     * @param weightScales scales of the weights, one or one per output channel; 1 where a layer has no weights
     */
    record Scaled(ScaleRounding rounding, List<Double> weightScales) implements Requantization {
        public Scaled {
            weightScales = List.copyOf(weightScales);
        }

        @Override
        public int values() {
            return weightScales.size();
        }
    }

    /** {@code level = (acc * mul + add + 2^(log2 - 1)) >> log2}; the half is not added if log2 is 0. */
    record Shift(List<Long> mul, List<Long> add, int log2) implements Requantization {
        public Shift {
            mul = List.copyOf(mul);
            add = List.copyOf(add);
        }

        @Override
        public int values() {
            return Math.max(mul.size(), add.size());
        }
    }

    /** {@code level = acc / 2^shift}, rounded. */
    record Pow2(ShiftRounding rounding, List<Integer> shift) implements Requantization {
        /** Accumulators that are levels already. */
        public static final Pow2 UNSHIFTED = new Pow2(ShiftRounding.FLOOR, List.of(0));

        public Pow2 {
            shift = List.copyOf(shift);
        }

        @Override
        public int values() {
            return shift.size();
        }
    }

    /**
     * {@code level = number of thresholds <= acc}.
     *
     * @param levels [channels or 1][steps], each row non-decreasing
     */
    record Thresholds(IntTensor levels) implements Requantization {
        @Override
        public int values() {
            return levels.dim(0);
        }
    }
}
