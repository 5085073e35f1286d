package systole.rtl;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files of a design folder. To write a file twice is an error, also where file names have no upper and lower case. */
public final class FileSet {
    private final SortedMap<String, GeneratedFile> byPath = new TreeMap<>();
    private final SortedMap<String, String> paths = new TreeMap<>();

    /**
     * Adds a file.
     *
     * @throws IllegalStateException if there is a file of this path
     */
    public FileSet add(GeneratedFile file) {
        String other = paths.putIfAbsent(file.path().toLowerCase(Locale.ROOT), file.path());
        if (other != null) {
            throw new IllegalStateException(file.path() + " would be written twice, the first time as " + other);
        }
        byPath.put(file.path(), file);
        return this;
    }

    /** Adds files, each of which must be new. */
    public FileSet addAll(Collection<GeneratedFile> files) {
        files.forEach(this::add);
        return this;
    }

    /** All files, sorted by path. */
    public List<GeneratedFile> sorted() {
        return List.copyOf(byPath.values());
    }
}
