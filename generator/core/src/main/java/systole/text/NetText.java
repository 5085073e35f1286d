package systole.text;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import systole.data.NpyArray;

/**
 * A network in text form.
 *
 * @param text the content of the {@code .net} file
 * @param archive the name of the file beside it that the text refers to
 * @param arrays the content of that file by name, empty if the text refers to none
 */
public record NetText(String text, String archive, SortedMap<String, NpyArray> arrays) {
    public NetText {
        arrays = Collections.unmodifiableSortedMap(new TreeMap<>(arrays));
    }
}
