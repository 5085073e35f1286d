package systole.importing;

import java.util.Optional;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * Reports what goes wrong under the name of what it goes wrong with.
 *
 * @param subject begins every message
 */
public record Attempt(String subject, SourceRef where, Problems problems) {
    /** The result, or empty and reported if it is refused or its attributes are invalid. */
    public <T> Optional<T> of(Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (RefusedException e) {
            e.diagnostics().forEach(d -> report(d.message(), d.hint()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            report(String.valueOf(e.getMessage()), "");
        }
        return Optional.empty();
    }

    /** Adds a problem about the subject. */
    public void report(String message, String hint) {
        problems.add(where, subject + ": " + message, hint);
    }
}
