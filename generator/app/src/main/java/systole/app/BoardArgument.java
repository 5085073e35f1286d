package systole.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import systole.target.board.Board;
import systole.target.board.Boards;

/**
 * A board as it is named on the command line.
 *
 * @param name an id, or a file that describes a board: a name that ends in {@code .json} or has a folder
 */
record BoardArgument(String name) {
    boolean file() {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") || name.contains("/") || name.contains(File.separator);
    }

    /** @throws systole.diagnostic.RefusedException if the file is not there or describes no board */
    Board board() {
        return file() ? Boards.read(Path.of(name)) : Boards.find(name).orElseThrow();
    }
}
