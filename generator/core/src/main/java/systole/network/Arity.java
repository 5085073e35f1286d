package systole.network;

/**
 * The number of inputs that a layer takes.
 *
 * @param min the fewest, at least 1
 * @param max the most, at least {@code min}
 */
public record Arity(int min, int max) {
    /** Exactly one input. */
    public static final Arity ONE = new Arity(1, 1);
    /** Exactly two inputs. */
    public static final Arity TWO = new Arity(2, 2);

    public Arity {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("an arity is at least 1 and ordered, not " + min + ".." + max);
        }
    }

    /** True if a layer may have this many inputs. */
    public boolean accepts(int inputs) {
        return min <= inputs && inputs <= max;
    }

    /** The number in words for a sentence: {@code 1 input}, {@code 2 to 16 inputs}. */
    @Override
    public String toString() {
        return (min == max ? "" + min : min + " to " + max) + (max == 1 ? " input" : " inputs");
    }
}
