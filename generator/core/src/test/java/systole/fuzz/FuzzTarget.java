package systole.fuzz;

import java.nio.file.Path;
import java.util.List;
import systole.Repository;

/**
 * A reader to be fed with anything.
 *
 * <p>A class that is one also has {@code public static void fuzzerTestOneInput(byte[])}, where the fuzzer enters.
 */
public interface FuzzTarget {
    /** Where crashers and seeds lie: a word. */
    String name();

    /** Well-formed inputs to start from, the same every time. */
    List<byte[]> seeds();

    /** Words of the format; at least one. */
    List<String> words();

    /** Reads an input. A refusal is in order; whatever this throws tells of a mistake in the reader. */
    void run(byte[] input);

    /** The inputs that were found to break the reader once, a file each. */
    default Path crashers() {
        return Repository.root()
                .resolve("generator/core/src/test/resources/fuzz")
                .resolve(name());
    }
}
