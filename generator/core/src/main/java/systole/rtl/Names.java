package systole.rtl;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives out names of which no two are equal, not even to a tool or a file system that does not tell upper from lower case.
 * None is a word that means something else to a tool. A name that nothing speaks against is given as it is wanted. The
 * same requests in the same order always get the same names.
 */
public final class Names {
    private static final String OTHER_CHARACTERS = "[^A-Za-z0-9_]";

    private final Set<String> taken = new HashSet<>();

    /** Takes names that others have. */
    public Names without(Collection<String> others) {
        others.forEach(name -> taken.add(key(name)));
        return this;
    }

    /**
     * Gives a name to its user, for good.
     *
     * @param wanted the name if it is an identifier and free, otherwise the beginning of the name
     * @param endings what will stand behind the name if it is the stem of several, which are then all free; without
     *     endings, the name stands alone
     */
    public String claim(String wanted, String... endings) {
        List<String> all = endings.length == 0 ? List.of("") : List.of(endings);
        String start = identifier(wanted);
        String name = Stream.concat(
                        Stream.of(start), IntStream.iterate(1, i -> i + 1).mapToObj(i -> start + "_" + i))
                .filter(candidate -> all.stream().allMatch(ending -> free(candidate + ending)))
                .findFirst()
                .orElseThrow();
        all.forEach(ending -> taken.add(key(name + ending)));
        return name;
    }

    private boolean free(String name) {
        String key = key(name);
        return !taken.contains(key) && !ReservedWords.contains(key);
    }

    private static String identifier(String wanted) {
        String safe = wanted.replaceAll(OTHER_CHARACTERS, "_");
        return safe.isEmpty() || Character.isDigit(safe.charAt(0)) ? "n" + safe : safe;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
