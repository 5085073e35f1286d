package systole.folder;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import systole.data.Sha256;
import systole.rtl.GeneratedFile;

/**
 * The files that Systole wrote into a folder. As a text it has a line for each file, as {@code sha256sum} prints and checks
 * them. The same files give the same text.
 *
 * @param digests the SHA-256 of the content of each file, by its path in the folder
 */
public record Manifest(SortedMap<String, String> digests) {
    /** The manifest of a folder that has nothing of Systole. */
    static final Manifest EMPTY = new Manifest(new TreeMap<>());

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}([A-Za-z0-9_.]+(?:[/-]+[A-Za-z0-9_.]+)*)");

    public Manifest {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** The manifest of these files. */
    public static Manifest of(Collection<GeneratedFile> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach(f -> digests.put(f.path(), Sha256.of(f.content().getBytes(StandardCharsets.UTF_8))));
        return new Manifest(digests);
    }

    /** Reads a manifest; empty if the text is none, or names a file outside of the folder. */
    static Optional<Manifest> parse(String text) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || List.of(matcher.group(2).split("/")).contains("..")) {
                return Optional.empty();
            }
            digests.put(matcher.group(2), matcher.group(1));
        }
        return Optional.of(new Manifest(digests));
    }

    String text() {
        return digests.entrySet().stream()
                .map(e -> e.getValue() + "  " + e.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** The digest of a file; empty if the manifest does not have the file. */
    Optional<String> digest(String path) {
        return Optional.ofNullable(digests.get(path));
    }

    /** Whether it has this file. */
    public boolean has(String path) {
        return digests.containsKey(path);
    }

    /** Whether it has all files of the other manifest, with the same contents. */
    public boolean hasAll(Manifest other) {
        return digests.entrySet().containsAll(other.digests.entrySet());
    }

    /** This manifest without a file. */
    Manifest without(String path) {
        SortedMap<String, String> others = new TreeMap<>(digests);
        others.remove(path);
        return new Manifest(others);
    }

    /** This manifest with more files, or other contents of its files. */
    Manifest with(Manifest more) {
        SortedMap<String, String> all = new TreeMap<>(digests);
        all.putAll(more.digests);
        return new Manifest(all);
    }
}
