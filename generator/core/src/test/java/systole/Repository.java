package systole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the repository lies, for tests that compare the code with a file beside it; the same in Maven and in an IDE. */
public final class Repository {
    private Repository() {}

    /** The repository's top folder: the nearest one above the working directory that has a {@code .mvn}. */
    public static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("run the tests inside the repository"));
    }
}
