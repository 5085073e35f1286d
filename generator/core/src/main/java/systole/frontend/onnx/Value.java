package systole.frontend.onnx;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import systole.network.Quantized;

/** The value of a tensor of the file. */
sealed interface Value {
    /** The integers of the network, if a value consists of them or of the real numbers that they stand for. */
    static Optional<Wire> flow(Value value) {
        if (value instanceof Integers integers) {
            return Optional.of(integers.flow());
        }
        return value instanceof Reals reals ? Optional.of(reals.flow()) : Optional.empty();
    }

    /** An input of real numbers that is not quantized yet. */
    record Frames(List<Integer> dims) implements Value {}

    /** A constant, which is not an activation. */
    record Fixed(Constant constant) implements Value {}

    /** A constant of integers that stand for real numbers. */
    record FixedReals(Constant constant, Scales scales) implements Value {}

    /** Integers of the network. */
    record Integers(Wire flow) implements Value {}

    /** The real numbers that integers of the network stand for. */
    record Reals(Wire flow) implements Value {}

    /** A function of each real number that integers of the network stand for. */
    record Mapped(Wire flow, RealFunction function) implements Value {}

    /**
     * Sums that are not integers of a type yet.
     *
     * @param node the operator that computes them
     * @param finish adds the layers, once the use of the sums is known
     * @param shifts true if a shift may turn them into integers
     * @param harmless tells whether a type keeps to the limits on the real numbers in any case; see {@link #limited}
     */
    record Sums(FileNode node, Function<Outcome, Wire> finish, boolean shifts, Optional<Predicate<Quantized>> harmless)
            implements Value {
        Sums(FileNode node, Function<Outcome, Wire> finish, boolean shifts) {
            this(node, finish, shifts, Optional.empty());
        }

        /** The same sums behind a clip. They are exact only if the quantized type itself has these limits. */
        Sums limited(Predicate<Quantized> keeps) {
            return new Sums(
                    node,
                    finish,
                    shifts,
                    Optional.of(harmless.map(h -> h.and(keeps)).orElse(keeps)));
        }
    }

    /** The result of an operator that was refused. */
    record Refused() implements Value {}
}
