package systole.frontend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import systole.Repository;
import systole.data.Npy;

/** Small models that lie beside the reference models, with inputs and the outputs of a runtime. */
public final class StoredCase {
    private static final Path FOLDER = Path.of(
                    System.getProperty("systole.models", Repository.root() + "/../shared/models"))
            .resolveSibling("cases")
            .resolve("models");

    private StoredCase() {}

    /** A file of a model. The test is skipped, saying so, if it is not there. */
    public static Path file(String name, String file) {
        Path path = FOLDER.resolve(name).resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), () -> "skipped: there is no " + path);
        return path;
    }

    /** The integers in a file of a model. */
    public static int[] integers(String name, String file) {
        return Arrays.stream(Npy.read(file(name, file)).toDoubles())
                .mapToInt(x -> (int) x)
                .toArray();
    }
}
