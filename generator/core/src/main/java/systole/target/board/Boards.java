package systole.target.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import systole.diagnostic.InputFile;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * The boards that come with Systole. A new board needs a data file in {@code constraints/boards} and its id in the list
 * below. A test compares the two.
 */
public final class Boards {
    /** The longest file of a board that is read, in bytes. */
    private static final long MAX_BYTES = 1L << 20;

    private static final List<String> IDS = List.of(
            "arty-a7-100t",
            "arty-a7-35t",
            "arty-s7-50",
            "basys3",
            "cmod-a7-35t",
            "cora-z7-07s",
            "genesys2",
            "kv260",
            "nexys-video",
            "pynq-z2",
            "ultra96-v2",
            "zc706",
            "zedboard",
            "zybo-z7-10",
            "zybo-z7-20");

    private Boards() {}

    /** The ids of all boards, in alphabetical order. */
    public static List<String> ids() {
        return IDS;
    }

    /** All boards, in the order of their ids. */
    public static List<Board> list() {
        return IDS.stream().map(Boards::load).toList();
    }

    /** The board with an id. Empty if there is none; {@link #ids} then lists the possible ids. */
    public static Optional<Board> find(String id) {
        return IDS.contains(id) ? Optional.of(load(id)) : Optional.empty();
    }

    /**
     * The board that a user's file describes; its form is that of the data files.
     *
     * @throws RefusedException if there is no such file, or it is not a board: at its line if it is no JSON, naming the
     *     field otherwise
     */
    public static Board read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw RefusedException.of(
                    new SourceRef(file.toString(), 0, 0),
                    "there is no such file",
                    "name a file that describes a board, or one of " + String.join(", ", IDS));
        }
        try {
            return BoardFile.read(file.toString(), text(file));
        } catch (CharacterCodingException e) {
            throw RefusedException.of(new SourceRef(file.toString(), 0, 0), "this is no text", "write it as UTF-8");
        } catch (IOException e) {
            throw RefusedException.of(
                    new SourceRef(file.toString(), 0, 0), "the file cannot be read: " + e.getMessage(), "");
        }
    }

    private static String text(Path file) throws IOException {
        byte[] content = InputFile.bytes(file, MAX_BYTES);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private static Board load(String id) {
        String file = "boards/" + id + ".json";
        try (InputStream in = Boards.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not packed into this build");
            }
            return BoardFile.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
