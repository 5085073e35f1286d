package systole.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import systole.Repository;

/**
 * Mutants that a simulation need not find, each with the reason. A file has a line {@code # reason}, then a line for each
 * mutant for which it holds.
 */
record Survivors(Map<String, String> reasons) {
    private static final Path FOLDER = Repository.root().resolve("generator/core/src/test/resources/mutation");

    /** Those that no simulation can find. */
    static Survivors equivalent() {
        return read("equivalent.txt");
    }

    /** Those that the sample does not find, but the long run does. */
    static Survivors elsewhere() {
        return read("elsewhere.txt");
    }

    private static Survivors read(String file) {
        Map<String, String> reasons = new TreeMap<>();
        String reason = "";
        for (String line : lines(file)) {
            if (line.startsWith("# ")) {
                reason = line.substring(2);
            } else if (!line.isBlank()) {
                reasons.put(line, reason);
            }
        }
        return new Survivors(reasons);
    }

    boolean has(String key) {
        return reasons.containsKey(key);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
