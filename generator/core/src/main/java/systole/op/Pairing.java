package systole.op;

import systole.network.FixedPoint.FixedScale;
import systole.network.IntTensor;

/** The way in which an accumulator is made from two elements. */
public sealed interface Pairing {
    /** Cycles from two elements to their accumulator. */
    int latency();

    /** A verb for what it does, for people. */
    String verb();

    /** A noun for what it makes, for people. */
    String noun();

    /** {@code a[x] + b[y]}: tables of terms, indexed by an element's bits. */
    record Tables(IntTensor a, IntTensor b) implements Pairing {
        @Override
        public int latency() {
            return 2;
        }

        @Override
        public String verb() {
            return "add";
        }

        @Override
        public String noun() {
            return "sums";
        }
    }

    /**
     * {@code term(x) + term(y)} of elements of int16, where {@code term(x) = MBQM(x << 15, scale)}.
     *
     * @param a the scale of x, of an exponent of at most 0
     * @param b the scale of y
     */
    record Rescaled(FixedScale a, FixedScale b) implements Pairing {
        @Override
        public int latency() {
            return 5;
        }

        @Override
        public String verb() {
            return "add";
        }

        @Override
        public String noun() {
            return "sums";
        }
    }

    /** {@code x + y}, or {@code x - y}. */
    record Elements(boolean subtract) implements Pairing {
        @Override
        public int latency() {
            return 2;
        }

        @Override
        public String verb() {
            return subtract ? "subtract" : "add";
        }

        @Override
        public String noun() {
            return subtract ? "differences" : "sums";
        }
    }

    /** {@code (x - zeroA) * (y - zeroB)}. */
    record Product(int zeroA, int zeroB) implements Pairing {
        @Override
        public int latency() {
            return 3;
        }

        @Override
        public String verb() {
            return "multiply";
        }

        @Override
        public String noun() {
            return "products";
        }
    }
}
