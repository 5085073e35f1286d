package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import systole.target.board.Board;
import systole.target.board.Boards;
import systole.tool.netlist.Resources;

/**
 * Real networks on every board, as {@code make board} brings them there: complete, clean, within the chip, and bit-exact
 * through the outermost pins. Both networks fit all boards. Takes hours: {@code make boards} runs it, {@code
 * -Dsystole.boards=ID,ID} and {@code -Dsystole.networks=NAME} some of it. What it finds is kept in {@code target/boards},
 * where it also makes the table of docs/boards.md.
 */
@Tag("soak")
class WholeBoardsIT {
    private static final Path RESULTS = Shell.root().resolve("generator/app/target/boards");

    /** A message at the true rate takes so many milliseconds at most, while a large design is simulated. */
    private static final int PATIENCE = 900_000;

    private static final int FRAMES_ON_A_LINE = 3;
    private static final int FRAMES_ON_A_BUS = 8;

    /** A network with frames, and what somebody else's arithmetic makes of them. */
    private record Example(String name, Path model, Path inputs, Path expected) {
        static Example of(String name) {
            if (name.equals("fashion")) {
                return new Example(
                        name,
                        Shell.example(name),
                        Shell.example(name, "images.npy"),
                        Shell.example(name, "expected.npy"));
            }
            return new Example(
                    name,
                    Shell.model(name, ".tflite"),
                    Shell.model(name, ".inputs.npy"),
                    Shell.model(name, ".outputs.npy"));
        }
    }

    static Stream<Arguments> cases() {
        List<String> models = chosen("systole.networks", WholeBoardResult.MODELS);
        return chosen("systole.boards", Boards.ids()).stream()
                .flatMap(board -> models.stream().map(model -> Arguments.of(board, model)));
    }

    /** All, or those that a property names. */
    private static List<String> chosen(String property, List<String> all) {
        String names = System.getProperty(property, "");
        return names.isEmpty() ? all : List.of(names.split(","));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goesOntoTheBoard(String board, String name) {
        Example example = Example.of(name);
        WholeBoardResult result = new WholeBoardResult(RESULTS, board, name);
        result.forget();
        BoardFolder design = BoardFolder.write(example.model(), board, RESULTS.resolve(board + "-" + name));
        List<String> files = design.files();
        assertTrue(files.containsAll(design.complete()), files::toString);
        assertEquals("", design.lint());
        BoardTrial trial = BoardTrial.of(
                design,
                example.inputs(),
                example.expected(),
                design.board().hasProcessor() ? FRAMES_ON_A_BUS : FRAMES_ON_A_LINE);
        BoardTrial.Verdict verdict = design.board().hasProcessor() ? trial.onTheBus() : trial.overTheLine(PATIENCE);
        assertTrue(verdict.passed(), verdict::said);
        Resources used = result.synthesize(design);
        assertFits(used, design.board());
        result.keep(used, verdict.cycles(), trial.inputs().count());
    }

    private static void assertFits(Resources used, Board board) {
        assertEquals(0, used.latch());
        assertTrue(used.lut() <= board.lut(), used::toString);
        assertTrue(used.ff() <= board.ff(), used::toString);
        assertTrue(used.dsp() <= board.dsp(), used::toString);
        assertTrue(used.bramHalves() <= 2 * board.ramb36(), used::toString);
    }

    @AfterAll
    static void table() {
        WholeBoardResult.writeTable(RESULTS);
    }
}
