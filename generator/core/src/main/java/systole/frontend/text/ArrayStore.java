package systole.frontend.text;

import java.util.SortedMap;
import java.util.TreeMap;
import systole.data.NpyArray;

/** The arrays that are too large for the text, with the references to them in the text. */
final class ArrayStore {
    /** Tensors of more elements than this go into the file. */
    static final int MAX_INLINE = 32;

    private final String archive;
    private final SortedMap<String, NpyArray> arrays = new TreeMap<>();

    ArrayStore(String archive) {
        this.archive = archive;
    }

    /** Keeps an array and returns the reference to it. */
    String put(String name, NpyArray array) {
        arrays.put(name, array);
        return '"' + archive + ":" + name + '"';
    }

    SortedMap<String, NpyArray> arrays() {
        return arrays;
    }
}
