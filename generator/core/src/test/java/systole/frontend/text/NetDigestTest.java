package systole.frontend.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import systole.data.NpyArray;

/** A network's digest tells it from one with another text, another array, or the same numbers of another shape. */
class NetDigestTest {
    private static final NpyArray ARRAY = NpyArray.ofLongs(List.of(4), 1, 2, 3, 4);

    private static String digest(String text, String name, NpyArray array) {
        SortedMap<String, NpyArray> arrays = new TreeMap<>();
        arrays.put(name, array);
        return new NetText(text, "n.npz", arrays).digest();
    }

    @Test
    void theSameGivesTheSame() {
        String digest = digest("net", "w", ARRAY);
        assertTrue(digest.matches("[0-9a-f]{16}"), digest);
        assertEquals(digest, digest("net", "w", NpyArray.ofLongs(List.of(4), 1, 2, 3, 4)));
    }

    @Test
    void everyDifferenceCounts() {
        String digest = digest("net", "w", ARRAY);
        assertNotEquals(digest, digest("nets", "w", ARRAY));
        assertNotEquals(digest, digest("net", "v", ARRAY));
        assertNotEquals(digest, digest("net", "w", NpyArray.ofLongs(List.of(4), 1, 2, 3, 5)));
        assertNotEquals(digest, digest("net", "w", NpyArray.ofLongs(List.of(2, 2), 1, 2, 3, 4)));
        assertNotEquals(digest, new NetText("net", "n.npz", new TreeMap<>()).digest());
    }
}
