package systole.data;

import java.nio.file.Path;
import java.util.SortedMap;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/** Reads an array from {@code a.npy}, from {@code b.npz} if it holds a single array, or from {@code b.npz:name}. */
public final class ArrayFile {
    private static final String ARCHIVE = ".npz";

    private ArrayFile() {}

    /**
     * Reads the array that a path names.
     *
     * @throws RefusedException if the file is damaged, or if there is no such array or more than one
     */
    public static NpyArray read(Path file) {
        String path = file.toString();
        int named = path.lastIndexOf(ARCHIVE + ":");
        if (named < 0) {
            return path.endsWith(ARCHIVE) ? only(file, Npz.read(file)) : Npy.read(file);
        }
        String name = path.substring(named + ARCHIVE.length() + 1);
        SortedMap<String, NpyArray> arrays = Npz.read(Path.of(path.substring(0, named + ARCHIVE.length())));
        if (!arrays.containsKey(name)) {
            throw refused(file, "there is no array '" + name + "'", "there are " + String.join(", ", arrays.keySet()));
        }
        return arrays.get(name);
    }

    private static NpyArray only(Path file, SortedMap<String, NpyArray> arrays) {
        if (arrays.size() != 1) {
            throw refused(
                    file,
                    "there are " + arrays.size() + " arrays in it",
                    "name one, as in " + file.getFileName() + ":name; there are " + String.join(", ", arrays.keySet()));
        }
        return arrays.get(arrays.firstKey());
    }

    private static RefusedException refused(Path file, String message, String hint) {
        return RefusedException.of(new SourceRef(file.toString(), 0, 0), message, hint);
    }
}
