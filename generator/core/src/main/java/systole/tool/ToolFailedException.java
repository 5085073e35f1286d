package systole.tool;

import java.nio.file.Path;

/** Thrown when a tool was found but ended with an error, ran out of time, or wrote output that cannot be read. */
public final class ToolFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ToolFailedException(String message) {
        super(message);
    }

    public ToolFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The exception for a failed command, with the end of its output. */
    static ToolFailedException of(String problem, Path log, String tail) {
        return new ToolFailedException(problem + ", see " + log + (tail.isBlank() ? "" : "\n" + tail.stripTrailing()));
    }
}
