package systole.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** The input was refused: carries every diagnostic, never just the first. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public RefusedException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::message).collect(Collectors.joining("; ")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Refuses with a single problem. */
    public static RefusedException of(SourceRef where, String message, String hint) {
        return new RefusedException(List.of(new Diagnostic(where, message, hint)));
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
