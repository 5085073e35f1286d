package systole.importing;

import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * An operator of a file as its reader sees it. What is absent or of the wrong type is refused where it is asked for; what
 * is merely unsupported is collected, so that one operator may have several problems.
 */
public interface OperatorView {
    /** What was collected. */
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
     * A result that is worked out with this view; whatever goes wrong is refused together with what was collected.
     *
     * @throws RefusedException instead of anything that a reader or a layer may refuse
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
