package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small network on whole boards, through their outermost pins; {@link WholeBoardsIT} does it on all of them. */
class WholeBoardIT {
    private static final int FRAMES = 6;

    /** Milliseconds that a message may take; it takes some hundred. */
    private static final int PATIENCE = 5_000;

    @TempDir
    Path folder;

    private BoardTrial tiny(String board, Object... options) {
        return trial(Shell.tiny(folder), board, List.of(FRAMES, 3, 2, 4), options);
    }

    /** With random frames of int8. */
    private BoardTrial trial(Path model, String board, List<Integer> dims, Object... options) {
        BoardFolder design = BoardFolder.write(model, board, folder.resolve("d"), options);
        int elements = dims.stream().reduce(1, Math::multiplyExact);
        long[] random = new Random(1).longs(elements, -128, 128).toArray();
        Path inputs = Shell.npy(folder.resolve("inputs.npy"), dims, random);
        Path expected = folder.resolve("expected.npy");
        Shell.succeed("golden", model, "--inputs", inputs, "--outputs", expected);
        return BoardTrial.of(design, inputs, expected, dims.get(0));
    }

    /**
     * The clock comes in slower on one than it is made, on the next the button's pin is low while it is pressed, on the
     * last the clock comes in over a pair of pins. Lines are as fast as usual, or faster.
     */
    @ParameterizedTest
    @CsvSource({"cmod-a7-35t, 115200", "nexys-video, 921600", "genesys2, 230400"})
    void overTheLine(String board, int baud) {
        BoardTrial trial = tiny(board, "--baud", baud);
        assertEquals(baud, trial.design().baud());
        BoardTrial.Verdict verdict = trial.overTheLine(PATIENCE);
        assertTrue(verdict.passed(), verdict::said);
    }

    /** In the middle of a frame: what was sent is lost, and is sent again. */
    @Test
    void theButtonResets() {
        BoardTrial.Verdict verdict = tiny("basys3").overTheLine(PATIENCE, "--press", 100);
        assertTrue(verdict.passed(), verdict::said);
        assertTrue(verdict.said().contains("messages sent again"), verdict::said);
    }

    @Test
    void onTheBus() {
        BoardTrial.Verdict verdict = tiny("zybo-z7-10").onTheBus();
        assertTrue(verdict.passed(), verdict::said);
    }

    @Test
    void framesOfOneBeat() {
        Path model = Shell.write(
                folder.resolve("point.net"),
                """
                network point
                input x : int8[1]
                y = relu(x)
                output y
                """);
        BoardTrial.Verdict verdict =
                trial(model, "zedboard", List.of(FRAMES, 1)).onTheBus();
        assertTrue(verdict.passed(), verdict::said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLKOUT0_DIVIDE_F(7.500) | CLKOUT0_DIVIDE_F(8.500)",
                "locked && !reset_button | locked && reset_button",
                ".uart_rxd(uart_rxd)     | .uart_rxd(uart_txd)",
                "run_sync <= {run_sync[0], 1'b1} | run_sync <= {run_sync[0], 1'b0}",
            })
    void aFaultInATopIsFound(String right, String wrong) throws IOException {
        BoardTrial trial = tiny("cmod-a7-35t");
        inject(trial, right, wrong);
        assertFalse(trial.overTheLine(PATIENCE).passed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".m_axis_tlast(m_axis_tlast) | .m_axis_tlast(m_axis_tvalid)",
                ".s_axi_wstrb(s_axi_wstrb)   | .s_axi_wstrb(4'hF)",
                ".irq(irq)                   | .irq()",
            })
    void aFaultInAWrapperIsFound(String right, String wrong) throws IOException {
        BoardTrial trial = tiny("pynq-z2");
        inject(trial, right, wrong);
        assertFalse(trial.onTheBus().passed());
    }

    private static void inject(BoardTrial trial, String right, String wrong) throws IOException {
        BoardFolder design = trial.folder();
        Path file = design.rtl().resolve(design.top() + ".v");
        String good = Files.readString(file);
        assertTrue(good.contains(right), right);
        Files.writeString(file, good.replace(right, wrong));
    }
}
