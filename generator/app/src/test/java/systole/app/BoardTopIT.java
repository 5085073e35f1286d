package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import systole.target.board.Board;
import systole.target.board.Boards;
import systole.tool.Command;

/** The whole top of a board, shell included: lint of both tools, synthesis, and what its clock manager makes. */
class BoardTopIT {
    @TempDir
    Path folder;

    static List<String> boards() {
        return BoardFolder.alone();
    }

    static List<String> ids() {
        return Boards.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void lintFindsNothing(String board) {
        assertEquals("", BoardFolder.tiny(folder, board).lint());
    }

    /** With pads and clock buffers, as a whole chip; no latch, and nothing that the chip does not have. */
    @ParameterizedTest
    @CsvSource({"basys3, IBUF, 3", "genesys2, IBUFDS, 1", "pynq-z2, BUFG, 1", "kv260, BUFG, 1"})
    void synthesizesForTheChip(String board, String cell, int count) throws IOException {
        BoardFolder design = BoardFolder.tiny(folder, board);
        String pads = cell.startsWith("IBUF") ? "" : " -noiopad";
        String family = design.board().chip().family().synthesizer().family();
        String script = "read_verilog -defer "
                + String.join(" ", Files.readAllLines(design.rtl().resolve(design.list())))
                + "; synth_xilinx -family " + family + " -flatten" + pads + " -top " + design.top()
                + "; check -assert; select -assert-none t:LDCE t:LDPE t:$*; select -assert-count " + count + " t:"
                + cell;
        Command.Outcome outcome = design.run(List.of("yosys", "-q", "-p", script), List.of());
        assertEquals(0, outcome.exitStatus(), outcome::output);
    }

    /** In real time: the frequency, the reset before the clock is stable, the button. */
    @ParameterizedTest
    @MethodSource("boards")
    void theClockIsWhatWasPromised(String board) {
        assertEquals("PASS", simulate(BoardFolder.tiny(folder, board, "--clock", "100")));
    }

    @Test
    void aWrongDividerIsFound() throws IOException {
        BoardFolder design = BoardFolder.tiny(folder, "basys3");
        Path top = design.rtl().resolve("tiny_top.v");
        String good = Files.readString(top);
        for (String[] fault : new String[][] {
            {".CLKOUT0_DIVIDE_F(11.000)", ".CLKOUT0_DIVIDE_F(11.125)"},
            {".CLKFBOUT_MULT_F(11.000)", ".CLKFBOUT_MULT_F(11.500)"},
            {"locked && !reset_button", "locked"},
            {"locked && !reset_button", "!reset_button"},
            {"{run_sync[0], 1'b1}", "2'b11"}
        }) {
            assertTrue(good.contains(fault[0]), fault[0]);
            Files.writeString(top, good.replace(fault[0], fault[1]));
            assertTrue(!simulate(design).equals("PASS"), fault[1]);
        }
    }

    private static String simulate(BoardFolder design) {
        Board board = design.board();
        double period = 1e6 / board.io().clocks().get(0).mhz();
        try {
            String testbench = Path.of(
                            BoardTopIT.class.getResource("/board_top_tb.v").toURI())
                    .toString();
            List<String> words = new ArrayList<>(List.of("iverilog", "-g2005", "-DMMCM_TIMES", "-s", "board_top_tb"));
            if (design.clockPair()) {
                words.add("-DCLOCK_PAIR");
            }
            words.add("-Pboard_top_tb.IN_PS=" + Math.round(period));
            words.add("-Pboard_top_tb.PRESSED=" + (board.io().buttons().get(0).activeLow() ? 0 : 1));
            words.addAll(List.of("-o", "top.vvp", testbench));
            Command.Outcome built = design.run(words, design.sources());
            assertEquals(0, built.exitStatus(), built::output);
            return design.run(List.of("vvp", "-n", "top.vvp"), List.of())
                    .output()
                    .lines()
                    .reduce("", (a, b) -> b);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
