package systole.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import systole.board.Board;
import systole.board.Boards;

/** Design folders as {@code systole board} writes them, of a network that is built at once. */
final class BoardFolder {
    private BoardFolder() {}

    /** Writes the folder {@code d} for a board. */
    static Path write(Path folder, String board, Object... options) {
        Path out = folder.resolve("d");
        List<Object> words = new ArrayList<>(List.of("board", Shell.tiny(folder), "--board", board, "--out", out));
        words.addAll(List.of(options));
        Shell.succeed(words.toArray());
        return out;
    }

    /** The list of a board's Verilog. */
    static String list(String board) {
        return Boards.find(board).map(Board::hasProcessor).orElseThrow() ? "files_axi.f" : "files_top.f";
    }

    /** The boards without a processor, whose designs have pins. */
    static List<String> alone() {
        return Boards.list().stream()
                .filter(b -> !b.hasProcessor())
                .map(Board::id)
                .toList();
    }

    /** A folder's files, by path relative to it. */
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString())
                    .sorted()
                    .toList();
        }
    }
}
