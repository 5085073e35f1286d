package systole.frontend.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.data.Npz;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;

/** Finds arrays by references such as {@code a.npy} and {@code b.npz:name}, relative to a folder. */
final class WeightFiles {
    private static final String ARCHIVE = ".npz";

    private final Path folder;
    private final boolean outside;
    private final Map<Path, SortedMap<String, NpyArray>> archives = new HashMap<>();

    /** @param outside whether files may lie outside of the folder */
    WeightFiles(Path folder, boolean outside) {
        this.folder = folder;
        this.outside = outside;
    }

    /** The array, or a refusal without a position. */
    NpyArray load(String reference) {
        int colon = reference.lastIndexOf(ARCHIVE + ":");
        if (colon >= 0) {
            int end = colon + ARCHIVE.length();
            return fromArchive(reference.substring(0, end), reference.substring(end + 1));
        }
        if (reference.endsWith(ARCHIVE)) {
            List<String> names = List.copyOf(archive(reference).keySet());
            throw refused("'" + reference + "' holds several arrays", "name one: " + reference + ":NAME, of " + names);
        }
        if (!reference.endsWith(".npy")) {
            throw refused("'" + reference + "' is not a weight file", "write \"file.npy\" or \"file.npz:array\"");
        }
        return Npy.read(find(reference));
    }

    private NpyArray fromArchive(String file, String name) {
        SortedMap<String, NpyArray> arrays = archive(file);
        if (!arrays.containsKey(name)) {
            String hint = Suggestions.didYouMeanOr(name, arrays.keySet(), "there are ");
            throw refused("'" + file + "' has no array '" + name + "'", hint);
        }
        return arrays.get(name);
    }

    private SortedMap<String, NpyArray> archive(String file) {
        return archives.computeIfAbsent(find(file), Npz::read);
    }

    private void requireInside(String file, Path path, Path around) {
        if (!outside && !path.startsWith(around)) {
            throw refused(
                    "'" + file + "' lies outside of the folder of the network",
                    "move it there, or trust the network with --allow-outside");
        }
    }

    private Path find(String file) {
        try {
            Path path = folder.resolve(file);
            // Of what lies outside, it is not even told whether it is there.
            requireInside(
                    file,
                    path.toAbsolutePath().normalize(),
                    folder.toAbsolutePath().normalize());
            if (!Files.isRegularFile(path)) {
                throw refused("there is no file '" + file + "'", similar(path));
            }
            requireInside(file, path.toRealPath(), folder.toRealPath());
            return path;
        } catch (IOException e) {
            throw refused("'" + file + "' cannot be found: " + e.getMessage(), "");
        } catch (InvalidPathException e) {
            throw refused("'" + file + "' cannot be the name of a file", "");
        }
    }

    private static String similar(Path missing) {
        List<String> names = new ArrayList<>();
        Path parent = missing.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(parent)) {
            files.map(f -> f.getFileName().toString()).sorted().forEach(names::add);
        } catch (IOException e) {
            return "there is no folder '" + parent.getFileName() + "' either";
        }
        return Suggestions.didYouMean(missing.getFileName().toString(), names);
    }

    private static RefusedException refused(String message, String hint) {
        return RefusedException.of(SourceRef.NONE, message, hint);
    }
}
