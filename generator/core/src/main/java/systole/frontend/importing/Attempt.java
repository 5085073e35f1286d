package systole.frontend.importing;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * Tries steps of an import and reports their problems under the name of their subject.
 *
 * @param subject begins every message
 */
public record Attempt(String subject, SourceRef where, Problems problems) {
    /**
     * Returns the result. If it is refused or its attributes are invalid, the problem is reported and the result is
     * empty.
     */
    public <T> Optional<T> of(Supplier<T> supplier) {
        return of(supplier, problem -> report(problem.message(), problem.hint()));
    }

    /** The result of the supplier. If it fails, the result is empty and each problem is reported. */
    static <T> Optional<T> of(Supplier<T> supplier, Consumer<Diagnostic> told) {
        try {
            return Optional.of(supplier.get());
        } catch (RefusedException e) {
            e.diagnostics().forEach(told);
        } catch (IllegalArgumentException | ArithmeticException e) {
            // The contents of a file become the attributes of a layer, and the layer refuses those that it cannot have.
            told.accept(new Diagnostic(SourceRef.NONE, String.valueOf(e.getMessage()), ""));
        }
        return Optional.empty();
    }

    /** Adds a problem about the subject. */
    public void report(String message, String hint) {
        problems.add(where, subject + ": " + message, hint);
    }
}
