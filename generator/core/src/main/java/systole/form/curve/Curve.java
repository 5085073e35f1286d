package systole.form.curve;

/** A form in which hardware computes a function from int16 to int16, bit for bit. */
public sealed interface Curve permits LimitedLine, Segments {
    /** The result for an argument. */
    int apply(int x);

    /** Cycles from an argument to its result. */
    int latency();
}
