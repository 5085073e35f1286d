package systole.frontend.text;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.data.Sha256;

/**
 * A network in text form.
 *
 * @param text the content of the {@code .net} file
 * @param archive the name of the file beside it that the text refers to
 * @param arrays the content of that file by name, empty if the text refers to none
 */
public record NetText(String text, String archive, SortedMap<String, NpyArray> arrays) {
    private static final int DIGITS = 16;

    public NetText {
        arrays = Collections.unmodifiableSortedMap(new TreeMap<>(arrays));
    }

    /**
     * A digest of the network's text and arrays, in 16 hexadecimal digits, which distinguishes the network from others.
     */
    public String digest() {
        Sha256 hash = new Sha256().text(text);
        arrays.forEach((name, array) -> hash.text(name).bytes(Npy.bytes(array)));
        return hash.hex().substring(0, DIGITS);
    }
}
