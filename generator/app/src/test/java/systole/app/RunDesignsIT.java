package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.driver.DriverDesigns;

/** The host program with designs that ask more of it: a state over frames, results of several messages. */
class RunDesignsIT {
    @TempDir
    private Path folder;

    /** Writes a design's frames and what is to come out of them; runs them on its board. */
    private Shell run(DriverDesigns design, BoardOnALine board, int count) {
        List<int[]> frames = design.frames(count);
        Path inputs = npy("inputs.npy", design.input().dims(), frames);
        Path expected = npy("expected.npy", design.output().dims(), design.golden(frames));
        return Shell.succeed(
                "run", folder, "--port", board.port(), "--inputs", inputs, "--expect", expected, "--timeout", 1_500);
    }

    private Path npy(String name, List<Integer> shape, List<int[]> frames) {
        List<Integer> dims = new ArrayList<>(List.of(frames.size()));
        dims.addAll(shape);
        long[] values =
                frames.stream().flatMapToInt(Arrays::stream).asLongStream().toArray();
        return Shell.npy(folder.resolve(name), dims, values);
    }

    /** Over more frames than are sent in one go; a second run begins anew. */
    @Test
    void aStateIsCarriedFromFrameToFrame() {
        DriverDesigns design = DriverDesigns.stateful();
        Path program = BoardOnALine.build(design, folder);
        try (BoardOnALine board = BoardOnALine.start(program)) {
            for (int i = 0; i < 2; i++) {
                assertTrue(run(design, board, 70).out().contains("70 frames, bit-exact"));
            }
        }
    }

    /** A reset of the board behind the first 64 frames takes their state away, too. */
    @Test
    void aStateThatIsLostIsMadeAgain() {
        DriverDesigns design = DriverDesigns.stateful();
        Path program = BoardOnALine.build(design, folder);
        try (BoardOnALine board = BoardOnALine.start(program, "--press", 2_300)) {
            Shell shell = run(design, board, 80);
            assertTrue(shell.out().contains("80 frames, bit-exact"), shell::toString);
            assertTrue(shell.out().contains(" messages sent again"), shell::toString);
        }
    }

    /** In a part of 1024 bytes and one of 1022. */
    @Test
    void aResultOfSeveralParts() {
        DriverDesigns design = DriverDesigns.of(
                Shell.write(
                        folder.resolve("wide.net"),
                        """
                network wide
                input x : int12[11, 31, 3] zero 5
                y = relu(x)
                output y
                """));
        assertEquals(2046, 2 * design.network().outputType().shape().elements());
        try (BoardOnALine board = BoardOnALine.start(BoardOnALine.build(design, folder))) {
            assertTrue(run(design, board, 3).out().contains("3 frames, bit-exact"));
        }
    }
}
