package systole.onnx;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import systole.network.Quantized;

/** What a tensor of the file is. */
sealed interface Value {
    /** The input of real numbers, before it is quantized. */
    record Frames(List<Integer> dims) implements Value {}

    /** Not an activation. */
    record Fixed(Constant constant) implements Value {}

    /** A constant of integers that stand for real numbers. */
    record FixedReals(Constant constant, Scales scales) implements Value {}

    /** Integers of the network. */
    record Integers(Flow flow) implements Value {}

    /** The real numbers that integers of the network stand for. */
    record Reals(Flow flow) implements Value {}

    /** A function of each real number that integers of the network stand for. */
    record Mapped(Flow flow, RealFunction function) implements Value {}

    /**
     * Sums that are not integers of a type yet.
     *
     * @param node computes them
     * @param finish adds the layers, once it is known what becomes of the sums
     * @param shifts may become integers by a shift
     * @param harmless tells of limits on the real numbers whether a type keeps them anyway; see {@link #limited}
     */
    record Sums(FileNode node, Function<Outcome, Flow> finish, boolean shifts, Optional<Predicate<Quantized>> harmless)
            implements Value {
        Sums(FileNode node, Function<Outcome, Flow> finish, boolean shifts) {
            this(node, finish, shifts, Optional.empty());
        }

        /** The sums behind a clip: exact only where the quantized type has these limits itself. */
        Sums limited(Predicate<Quantized> keeps) {
            return new Sums(
                    node,
                    finish,
                    shifts,
                    Optional.of(harmless.map(h -> h.and(keeps)).orElse(keeps)));
        }
    }

    /** What an operator that was refused would have computed. */
    record Refused() implements Value {}
}
