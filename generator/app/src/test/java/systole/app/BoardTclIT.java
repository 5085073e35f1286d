package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.tool.Command;

/** The scripts for Vivado, run under a stand-in that knows its commands and refuses what Vivado would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardTclIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    /** The script failed, the stand-in refused. */
    private static final int FAILED = 1;

    private static final int REFUSED = 3;

    @TempDir
    static Path folder;

    /** A new design each time, as files that a test edits are kept. */
    private Path design(String board) throws IOException {
        return BoardFolder.tiny(Files.createTempDirectory(folder, board), board).path();
    }

    /** Runs a script of a design; settings of the stand-in are {@code NAME=value}. */
    private Command.Outcome run(Path design, String script, List<String> settings, String... arguments) {
        try {
            Path standIn =
                    Path.of(BoardTclIT.class.getResource("/vivado/standin.tcl").toURI());
            List<String> words = new ArrayList<>(List.of("env"));
            words.addAll(settings);
            words.addAll(List.of(
                    "tclsh",
                    standIn.toString(),
                    design.resolve("tcl").resolve(script).toString()));
            words.addAll(List.of(arguments));
            // Elsewhere than in the design's folder: the scripts find their way.
            return new Command(words, folder, folder.resolve("logs/tcl.log"), TIMEOUT).run();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void succeed(Path design, String script, String... settings) {
        Command.Outcome outcome = run(design, script, List.of(settings));
        assertEquals(0, outcome.exitStatus(), outcome::output);
    }

    private void fail(int status, String said, Command.Outcome outcome) {
        assertEquals(status, outcome.exitStatus(), outcome::output);
        assertTrue(outcome.output().contains(said), outcome::output);
    }

    @Test
    void artixWithAndWithoutAProject() throws IOException {
        for (String board : BoardFolder.alone()) {
            Path design = design(board);
            succeed(design, "build.tcl");
            Files.delete(design.resolve("vivado/tiny.bit"));
            succeed(design, "project.tcl");
            assertTrue(Files.exists(design.resolve("vivado/tiny.bit")));
            succeed(design, "program.tcl");
        }
    }

    /** Vivado of three ages: with other names of commands, other IPs, other versions, other folders. */
    @ParameterizedTest
    @CsvSource({
        "pynq-z2, now",
        "pynq-z2, old",
        "pynq-z2, new",
        "cora-z7-07s, now",
        "zedboard, now",
        "zybo-z7-10, now",
        "zybo-z7-20, now",
        "zc706, now",
        "kv260, now",
        "kv260, old",
        "kv260, new",
        "ultra96-v2, now"
    })
    void zynqInVivadoOfAnyAge(String board, String age) throws IOException {
        Path design = design(board);
        succeed(design, "build.tcl", "STANDIN_AGE=" + age);
        for (String file : List.of("tiny.bit", "tiny.hwh", age.equals("old") ? "tiny.hdf" : "tiny.xsa")) {
            assertTrue(Files.exists(design.resolve("vivado").resolve(file)), file);
        }
        succeed(design, "program.tcl", "STANDIN_AGE=" + age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zedboard", "kv260"})
    void aCoreWithItsOwnClock(String board) throws IOException {
        Path work = Files.createDirectories(folder.resolve("own").resolve(board));
        Path design = BoardFolder.tiny(work, board, "--clock", "150", "--bus-clock", "100")
                .path();
        succeed(design, "build.tcl");
        Path script = design.resolve("tcl/block_design.tcl");
        String good = Files.readString(script);
        Files.writeString(
                script,
                good.replace("connect_bd_net [get_bd_pins ps/$ps(core_clock)]", "# [get_bd_pins ps/$ps(core_clock)]"));
        fail(REFUSED, "tiny_axi_0/core_clk is not connected", run(design, "build.tcl", List.of()));
    }

    @Test
    void aBoardThatDoesNotAnswerIsMissed() throws IOException {
        Path design = design("kv260");
        succeed(design, "build.tcl");
        Path script = design.resolve("tcl/design.tcl");
        Files.writeString(script, Files.readString(script).replace("xck26", "xcvu9p"));
        fail(FAILED, "no xcvu answers; is the AMD Kria KV260 connected", run(design, "program.tcl", List.of()));
    }

    @Test
    void aClockThatIsNotMetFailsBeforeThereIsABitstream() throws IOException {
        for (String board : List.of("basys3", "pynq-z2")) {
            Path design = design(board);
            fail(FAILED, "is not met by -0.25 ns", run(design, "build.tcl", List.of("STANDIN_SLACK=-0.25")));
            assertFalse(Files.exists(design.resolve("vivado/tiny.bit")));
        }
    }

    @Test
    void withoutBoardFilesItSaysWhatToDo() throws IOException {
        Path design = design("pynq-z2");
        fail(FAILED, "-no_board_files", run(design, "build.tcl", List.of("STANDIN_BOARDS=0")));
        Command.Outcome outcome = run(design, "build.tcl", List.of("STANDIN_BOARDS=0"), "-no_board_files");
        assertEquals(0, outcome.exitStatus(), outcome::output);
    }

    @Test
    void aFileThatIsMissingFails() throws IOException {
        Path design = design("basys3");
        Files.delete(design.resolve("rtl/tiny.v"));
        fail(FAILED, "tiny.v is missing", run(design, "build.tcl", List.of()));
        Path other = design("basys3");
        Files.delete(other.resolve("constraints/tiny_top.xdc"));
        fail(FAILED, "tiny_top.xdc is missing", run(other, "build.tcl", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basys3  | build.tcl        | route_design                  | route_desing                | no command",
                "basys3  | build.tcl        | -bin_file                     | -bin                        | no option -bin",
                "basys3  | build.tcl        | opt_design                    | #                           | place after synth",
                "basys3  | build.tcl        | systole::check $folder        | #                           | before the slack",
                "basys3  | build.tcl        | -top $systole::top            | -top $systole::design_top   | no such variable",
                "basys3  | design.tcl       | tiny_top                      | tiny_tip                    | is missing",
                "basys3  | ../constraints/tiny_top.xdc | [get_ports uart_rxd] | [get_ports uart_rx]        | no port uart_rx",
                "basys3  | project.tcl      | launch_runs synth_1 -jobs 4   | #                           | was not launched",
                "basys3  | project.tcl      | constrs_1                     | constrs1                    | no fileset",
                "basys3  | common.tcl       | Slice                         | Slices                      | no row",
                "pynq-z2 | block_design.tcl | $dma/M_AXI_S2MM  | $dma/M_AXI_S2M              | no pin",
                "pynq-z2 | block_design.tcl | $core/m_axis  | $core/s_axis                 | connected twice",
                "pynq-z2 | block_design.tcl | $dma/M_AXIS_MM2S $core/s_axis | $dma/M_AXI_MM2S $core/s_axis | protocols",
                "pynq-z2 | block_design.tcl | ps/$ps(control)  control/S00_AXI | ps/$ps(memory) control/S00_AXI | slaves cannot",
                "pynq-z2 | block_design.tcl | control/M01_AXI               | control/M02_AXI             | no pin",
                "pynq-z2 | block_design.tcl | interconnect memory 2 1       | interconnect memory 3 1     | memory/S02_AXI is not",
                "pynq-z2 | block_design.tcl | $dma/m_axi_s2mm_aclk | '' | axi_dma_0/m_axi_s2mm_aclk is not",
                "pynq-z2 | block_design.tcl | $core/s_axi_aresetn | $dma/axi_resetn              | driven twice",
                "pynq-z2 | block_design.tcl | reset/peripheral_aresetn      | reset/ext_reset_in          | one driver",
                "pynq-z2 | block_design.tcl | ip:axi_dma                    | ip:axi_dna                  | this Vivado has none of",
                "pynq-z2 | block_design.tcl | CONFIG.c_include_sg           | CONFIG.include_sg           | no setting",
                "pynq-z2 | processor.tcl    | CONFIG.PCW_USE_S_AXI_HP0 1    | CONFIG.PCW_USE_S_AXI_HP0 0  | no pin ps/S_AXI_HP0_ACLK",
                "pynq-z2 | processor.tcl    | 0x43C00000                    | 0xA0000000                  | does not reach",
                "pynq-z2 | block_design.tcl | CONFIG.c_addr_width           | CONFIG.c_address_width      | no setting",
                "kv260   | processor.tcl    | CONFIG.PSU__USE__S_AXI_GP2 1  | CONFIG.PSU__USE__S_AXI_GP2 0 | no pin ps/saxihp0_fpd_aclk",
                "kv260   | processor.tcl    | CONFIG.PSU__USE__M_AXI_GP2 0  | CONFIG.PSU__USE__M_AXI_GP2 1 | ps/maxihpm0_lpd_aclk is not",
                "kv260   | processor.tcl    | pl_ps_irq0                    | IRQ_F2P                     | no pin ps/IRQ_F2P",
                "kv260   | processor.tcl    | 0xA0010000                    | 0x40400000                  | does not reach",
                "kv260   | processor.tcl    | apply_board_preset 1          | board_preset 1              | apply_board_preset",
                "kv260   | common.tcl       | CLB                           | Slice                       | no row",
                "pynq-z2 | block_design.tcl | assign_bd_address             | #                           | no address is assigned",
                "pynq-z2 | block_design.tcl | SEG_${core}_* | SEG_x_*                   | no segment",
                "pynq-z2 | design.tcl       | in_width   32                 | in_width   64               | is not 64 bits wide",
                "pynq-z2 | package_ip.tcl   | {s_axi s_axis m_axis}         | {s_axi s_axis m_axi}        | found no bus m_axi",
                "pynq-z2 | package_ip.tcl   | -clock s_axi_aclk             | -clock aclk                 | no clock aclk",
                "pynq-z2 | build.tcl        | update_ip_catalog             | #                           | none of systole.org",
            })
    void faultsAreFound(String board, String file, String right, String wrong, String said) throws IOException {
        Path design = design(board);
        Path script = design.resolve("tcl").resolve(file).normalize();
        String good = Files.readString(script);
        assertTrue(good.contains(right), right);
        Files.writeString(script, good.replace(right, wrong));
        String flow = file.equals("project.tcl") ? file : "build.tcl";
        Command.Outcome outcome = run(design, flow, List.of());
        assertTrue(outcome.exitStatus() == FAILED || outcome.exitStatus() == REFUSED, outcome::output);
        assertTrue(outcome.output().contains(said), outcome::output);
    }
}
