package systole.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects problems, so that all of them are reported together. */
public final class Problems {
    private final List<Diagnostic> found = new ArrayList<>();

    /** Adds a problem at a position with advice; an empty hint means that there is none. */
    public void add(SourceRef where, String message, String hint) {
        found.add(new Diagnostic(where, message, hint));
    }

    /**
     * Adds a problem whose advice takes time to find. It is looked for as long as all problems so far can be shown.
     *
     * @param hint gives the advice, or an empty text
     */
    public void add(SourceRef where, String message, Supplier<String> hint) {
        add(where, message, found.size() < DiagnosticPrinter.MAX_SHOWN ? hint.get() : "");
    }

    /** All problems so far, in the order they were found. */
    public List<Diagnostic> list() {
        return List.copyOf(found);
    }

    /** The number of problems so far. */
    public int count() {
        return found.size();
    }

    /** True if nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws all problems at once; returns normally if there are none. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new RefusedException(list());
        }
    }
}
