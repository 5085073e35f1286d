package systole.diagnostic;

import java.util.Map;

/**
 * Where something was written: file, line and column, counted from 1. Line 0 means "no position", column 0 means that
 * only the line is known.
 *
 * <p>Positions inform messages and never distinguish values: two {@code SourceRef}s are always equal, so that a network
 * read from text equals the same network built in Java.
 *
 * @param parts where the arguments of a statement were written, by name; {@code ->} is the type behind the arrow
 */
public record SourceRef(String file, int line, int column, Map<String, SourceRef> parts) {
    /** The position of things that were not written in a file. */
    public static final SourceRef NONE = new SourceRef("", 0, 0);

    public SourceRef {
        parts = Map.copyOf(parts);
    }

    /** A position without parts. */
    public SourceRef(String file, int line, int column) {
        this(file, line, column, Map.of());
    }

    /** The same position with parts. */
    public SourceRef withParts(Map<String, SourceRef> places) {
        return new SourceRef(file, line, column, places);
    }

    /** Where a part was written; the whole if that is not known. */
    public SourceRef part(String name) {
        return parts.getOrDefault(name, this);
    }

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
