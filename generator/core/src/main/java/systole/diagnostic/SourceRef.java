package systole.diagnostic;

/**
 * Where something was written: file, line and column, counted from 1. Line 0 means "no position", column 0 means that
 * only the line is known.
 *
 * <p>Positions inform messages and never distinguish values: two {@code SourceRef}s are always equal, so that a network
 * read from text equals the same network built in Java.
 */
public record SourceRef(String file, int line, int column) {
    /** The position of things that were not written in a file. */
    public static final SourceRef NONE = new SourceRef("", 0, 0);

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceRef;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + (line == 0 || column == 0 ? "" : ":" + column);
    }
}
