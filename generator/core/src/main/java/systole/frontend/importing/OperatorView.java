package systole.frontend.importing;

import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * An operator of a file, for its reader. An absent operand or one of the wrong type is refused when it is read.
 * Problems with unsupported values are collected, so that one operator can report several.
 */
public interface OperatorView {
    /** The collected problems. */
    Problems problems();

    /** Collects a problem unless a condition holds. */
    default void require(boolean condition, String message, String hint) {
        if (!condition) {
            problems().add(SourceRef.NONE, message, hint);
        }
    }

    /** Refuses the operator if anything was collected. */
    default void throwIfAny() {
        problems().throwIfAny();
    }

    /** A refusal with what was collected and one more problem. */
    default RefusedException refused(String message, String hint) {
        require(false, message, hint);
        return new RefusedException(problems().list());
    }

    /**
     * Computes a result with this view. A refusal is reported together with the collected problems.
     *
     * @throws RefusedException in place of any exception that a reader or a layer may throw
     */
    default <T> T complete(Supplier<T> result) {
        return Attempt.of(result, problem -> {
                    boolean told = problems().list().contains(problem);
                    require(told, problem.message(), problem.hint());
                })
                .filter(complete -> problems().isEmpty())
                .orElseThrow(() -> new RefusedException(problems().list()));
    }
}
