package systole.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.folder.Tree;

/**
 * The folder of a tool's products, in which the tool may replace and remove files. While it works, all that is there counts
 * as its own. Afterwards a list names what it made, and a folder with anything else is refused.
 *
 * @param folder is there as long as the tool works
 */
record Products(Path folder) implements AutoCloseable {
    private static final String LIST = ".products";
    private static final List<String> ALL = List.of("*");

    /**
     * Opens a folder, which is made if it is not there.
     *
     * @throws RefusedException if it has files that the tool did not make
     */
    static Products open(Path folder) {
        try {
            List<String> foreign = new ArrayList<>(Tree.files(folder));
            Path list = folder.resolve(LIST);
            List<String> made = Files.exists(list) ? Files.readAllLines(list) : List.of();
            foreign.remove(LIST);
            foreign.removeAll(made.equals(ALL) ? List.copyOf(foreign) : made);
            if (!foreign.isEmpty()) {
                throw RefusedException.of(
                        new SourceRef(folder.resolve(foreign.get(0)).toString(), 0, 0),
                        "Systole did not make this, and it is in a folder of products, which are replaced",
                        "move it out of " + folder);
            }
            Files.createDirectories(folder);
            Files.write(list, ALL);
            return new Products(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same folder without any products. */
    Products empty() {
        try {
            Tree.delete(folder);
            Files.createDirectories(folder);
            Files.write(folder.resolve(LIST), ALL);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            List<String> made = new ArrayList<>(Tree.files(folder));
            made.remove(LIST);
            Files.write(folder.resolve(LIST), made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
