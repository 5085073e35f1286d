package systole.target.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The boards that come with Systole. To add one: its data file in {@code constraints/boards} and its id in the list
 * below; a test compares the two.
 */
public final class Boards {
    private static final List<String> IDS = List.of(
            "arty-a7-100t",
            "arty-a7-35t",
            "basys3",
            "cmod-a7-35t",
            "cora-z7-07s",
            "nexys-video",
            "pynq-z2",
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

    /** The board of an id; empty if there is none, {@link #ids} then tells what could have been meant. */
    public static Optional<Board> find(String id) {
        return IDS.contains(id) ? Optional.of(load(id)) : Optional.empty();
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
