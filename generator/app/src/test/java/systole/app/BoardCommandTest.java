package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.board.Board;
import systole.board.Boards;

class BoardCommandTest {
    @TempDir
    Path folder;

    static List<String> ids() {
        return Boards.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyBoardGetsACompleteFolder(String id) throws IOException {
        Board board = Boards.find(id).orElseThrow();
        Path out = BoardFolder.write(folder, id);
        String top = board.hasProcessor() ? "tiny_axi" : "tiny_top";
        List<String> always = List.of(
                "README.md",
                "driver/design.json",
                "driver/registers.md",
                "plan.json",
                "report.html",
                "rtl/files.f",
                "rtl/tiny.v",
                "rtl/" + top + ".v",
                "tcl/build.tcl",
                "tcl/common.tcl",
                "tcl/design.tcl",
                "tcl/program.tcl",
                "testbench/tb.v");
        List<String> more = board.hasProcessor()
                ? List.of(
                        "driver/Makefile",
                        "driver/run.py",
                        "driver/tiny.c",
                        "driver/tiny.h",
                        "driver/tiny_driver.py",
                        "tcl/block_design.tcl",
                        "tcl/package_ip.tcl")
                : List.of(
                        "constraints/tiny_top.xdc",
                        "constraints/tiny_top_open.xdc",
                        "open/Makefile",
                        "tcl/project.tcl",
                        "testbench/BUFG.v",
                        "testbench/MMCME2_BASE.v");
        List<String> files = BoardFolder.files(out);
        assertTrue(files.containsAll(always) && files.containsAll(more), files::toString);
        for (String source : Files.readAllLines(out.resolve("rtl").resolve(BoardFolder.list(id)))) {
            assertTrue(files.contains("rtl/" + source), source);
        }
        String readme = Files.readString(out.resolve("README.md"));
        for (String word : List.of(board.name(), "tcl/build.tcl", "tcl/program.tcl", "| LUTs |")) {
            assertTrue(readme.contains(word), word);
        }
        assertTrue(Files.readString(out.resolve("tcl/design.tcl")).contains(board.part()));
    }

    @Test
    void theSameNetworkGivesTheSameFolder() throws IOException {
        Path first = BoardFolder.write(Files.createDirectories(folder.resolve("a")), "basys3");
        Path second = BoardFolder.write(Files.createDirectories(folder.resolve("b")), "basys3");
        assertEquals(BoardFolder.files(first), BoardFolder.files(second));
        for (String file : BoardFolder.files(first)) {
            if (!file.equals("README.md")) {
                assertEquals(Files.readString(first.resolve(file)), Files.readString(second.resolve(file)), file);
            }
        }
    }

    /** What is there for the board goes when the hardware alone is wanted. */
    @Test
    void aBuildTakesTheBoardsFilesAway() throws IOException {
        Path out = BoardFolder.write(folder, "basys3");
        Shell.succeed("build", Shell.tiny(folder), "--out", out);
        List<String> files = BoardFolder.files(out);
        assertTrue(
                files.stream().noneMatch(f -> f.startsWith("tcl/") || f.startsWith("constraints/")), files::toString);
        assertFalse(files.contains("rtl/tiny_top.v"));
    }

    /** Its ring alone takes more block RAM than the smaller boards have. */
    @Test
    void whatDoesNotFitIsRefusedWithFiguresAndWhatWouldFit() {
        Path model = Shell.write(
                folder.resolve("broad.net"),
                """
                network broad
                input x : int16[4, 4096, 32]
                y = maxpool2d(x, kernel = 2, stride = 2)
                output y
                """);
        Path out = folder.resolve("d");
        Shell.fail(ExitCode.REFUSED, "board", model, "--board", "cora-z7-07s", "--out", out)
                .says(
                        "broad does not fit the Digilent Cora Z7-07S",
                        "block RAMs of 18 Kbit",
                        "more than the",
                        "taken by what is around it",
                        "it would fit: --board arty-a7-100t, nexys-video, pynq-z2, zedboard, zybo-z7-20");
        assertFalse(Files.exists(out), "nothing is written");
    }

    @Test
    void aClockThatCannotBeMadeIsRefused() {
        Path out = folder.resolve("d");
        Shell.fail(ExitCode.REFUSED, "board", Shell.tiny(folder), "--board", "basys3", "--clock", "2", "--out", out)
                .says("no clock manager makes 2 MHz", "--clock");
        assertFalse(Files.exists(out), "nothing is written");
    }

    @Test
    void aBusClockWantsAProcessor() {
        Shell.fail(ExitCode.REFUSED, "board", Shell.tiny(folder), "--board", "basys3", "--bus-clock", "50")
                .says("has no processor", "--bus-clock");
    }

    @Test
    void theBoardMustBeNamed() {
        Shell.fail(ExitCode.REFUSED, "board", Shell.tiny(folder)).says("the board is missing", "--board", "pynq-z2");
    }
}
