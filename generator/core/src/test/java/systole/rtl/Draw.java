package systole.rtl;

import java.util.List;
import java.util.Random;
import systole.network.IntType;
import systole.network.Quantized;

/** Random choices, the same for the same seed. */
record Draw(Random random) {
    static Draw of(long seed) {
        return new Draw(new Random(seed * 0x9E3779B97F4A7C15L + 1));
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** An integer, both limits included. */
    int between(int lo, int hi) {
        return lo + random.nextInt(hi - lo + 1);
    }

    double real(double lo, double hi) {
        return lo + random.nextDouble() * (hi - lo);
    }

    /** Around 0, mostly between -1 and 1. */
    double gaussian() {
        return random.nextGaussian() / 2;
    }

    <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    /** A divisor of n, any with the same chance. */
    int divisor(int n) {
        int d = between(1, n);
        while (n % d != 0) {
            d = between(1, n);
        }
        return d;
    }

    /** Often 8 bits, else from 1 to {@code maxBits}; signed or not. */
    IntType type(int maxBits) {
        int bits = chance(35) ? Math.min(8, maxBits) : between(1, maxBits);
        return new IntType(bits, random.nextBoolean());
    }

    /** A type with a scale between 1/500 and 1, and a zero point of 0, at an end, or anywhere. */
    Quantized quantized(IntType type) {
        int zero = pick(List.of(type.clamp(0), type.min(), type.max(), between(type.min(), type.max())));
        return new Quantized(type, Math.pow(2, real(-9, 0)), zero);
    }

    /** Elements of a type: any, small ones, many zeros, or the two ends only. */
    int[] values(IntType type, int count) {
        int kind = between(0, 3);
        return random.ints(count, type.min(), type.max() + 1)
                .map(v -> switch (kind) {
                    case 0 -> v;
                    case 1 -> type.clamp(between(-3, 3));
                    case 2 -> chance(50) ? type.clamp(0) : v;
                    default -> random.nextBoolean() ? type.min() : type.max();
                })
                .toArray();
    }

    /** A frame for every purpose: elements anywhere, or, in every third frame, at the ends of the type only. */
    int[] frame(IntType type, int elements, int index) {
        return random.ints(elements, type.min(), type.max() + 1)
                .map(v -> index % 3 != 2 ? v : random.nextBoolean() ? type.min() : type.max())
                .toArray();
    }
}
