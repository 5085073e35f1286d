package systole.plan.unit;

import systole.network.IntTensor;

/** The way in which a {@link PairUnit} makes an accumulator from two elements. */
public sealed interface Pairing {
    /** Cycles from two elements to their accumulator. */
    int latency();

    /** {@code a[x] + b[y]}: tables of terms, indexed by an element's bits. */
    record Tables(IntTensor a, IntTensor b) implements Pairing {
        @Override
        public int latency() {
            return 2;
        }
    }

    /** {@code x + y}, or {@code x - y}. */
    record Elements(boolean subtract) implements Pairing {
        @Override
        public int latency() {
            return 2;
        }
    }

    /** {@code (x - zeroA) * (y - zeroB)}. */
    record Product(int zeroA, int zeroB) implements Pairing {
        @Override
        public int latency() {
            return 3;
        }
    }
}
