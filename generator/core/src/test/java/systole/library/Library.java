package systole.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import systole.Repository;
import systole.rtl.LibraryModules;

/** The library's files as they lie in the repository. */
public final class Library {
    static final Path FOLDER = Repository.root().resolve("templates/library");

    private Library() {}

    /** Of every job, sorted by name. */
    static List<Path> files() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the heads of a job's modules say, sorted by name. */
    static List<ModuleHeader> headers(String job) {
        return files().stream()
                .filter(file -> file.getParent().endsWith(job))
                .map(Library::module)
                .map(module -> ModuleHeader.of(module, LibraryModules.text(module)))
                .toList();
    }

    /** The names of all modules, sorted. */
    public static List<String> modules() {
        return files().stream().map(Library::module).sorted().toList();
    }

    /** The name of a file's module. */
    static String module(Path file) {
        return file.getFileName().toString().replace(".v", "");
    }
}
