package systole.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import systole.rtl.GeneratedFile;

/** Writes a design folder. Files that do not change stay untouched, and files of an earlier design are removed. */
public final class DesignWriter {
    /** In these folders, files that are not written are removed. */
    public static final List<String> OWNED = List.of("rtl", "testbench", "constraints", "tcl", "open", "driver");

    private DesignWriter() {}

    /** Writes these files into the folder. Other contents, such as the products of simulations, stay. */
    public static void write(List<GeneratedFile> files, Path folder) {
        try {
            Set<Path> wanted = files.stream()
                    .map(f -> folder.resolve(f.path()).normalize())
                    .collect(Collectors.toCollection(HashSet::new));
            for (String owned : OWNED) {
                removeOthers(folder.resolve(owned), wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
        files.forEach(file -> write(file, folder));
    }

    /** Writes one more file. The others stay. */
    public static void write(GeneratedFile file, Path folder) {
        Path path = folder.resolve(file.path());
        try {
            if (!Files.exists(path) || !Files.readString(path).equals(file.content())) {
                replace(path, file.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
    }

    private static void removeOthers(Path folder, Set<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> present = Files.walk(folder)) {
            for (Path path : present.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isRegularFile(path) && !wanted.contains(path.normalize())) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Writes a file either completely or not at all. */
    private static void replace(Path path, String content) throws IOException {
        Files.createDirectories(path.getParent());
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.writeString(part, content);
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }
}
