package systole.tool;

import java.nio.file.Path;

/** A tool was found but ended with an error, ran out of time or wrote what nobody can read. */
public final class ToolFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ToolFailedException(String message) {
        super(message);
    }

    public ToolFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A command that failed, with the end of what it printed. */
    static ToolFailedException of(String problem, Path log, String tail) {
        return new ToolFailedException(problem + ", see " + log + (tail.isBlank() ? "" : "\n" + tail.stripTrailing()));
    }
}
