package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import systole.board.BoardIo;
import systole.board.Boards;

/** Constraints of every board with pins: all that they name is there, and nothing is forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardXdcIT {
    @TempDir
    static Path folder;

    private Netlist netlist;

    /** The same for all boards, but for the clock's settings. */
    @BeforeAll
    void elaborate() throws IOException {
        Path work = Files.createDirectories(folder.resolve("netlist"));
        netlist = Netlist.of(BoardFolder.write(work, "arty-a7-35t").resolve("rtl"), "files_top.f", "tiny_top");
    }

    static List<String> boards() {
        return BoardFolder.alone();
    }

    private String xdc(String board, String file) throws IOException {
        Path work = Files.createDirectories(folder.resolve(board));
        return Files.readString(
                BoardFolder.write(work, board).resolve("constraints").resolve(file));
    }

    private static BoardIo io(String board) {
        return Boards.find(board).orElseThrow().io();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everythingIsThereAndNothingForgotten(String board) throws IOException {
        assertEquals(List.of(), XdcCheck.problems(xdc(board, "tiny_top.xdc"), netlist, io(board)));
    }

    /** The open tools time nothing but the clock. */
    @ParameterizedTest
    @MethodSource("boards")
    void theOpenToolsGetTheSamePins(String board) throws IOException {
        String text = xdc(board, "tiny_top_open.xdc");
        List<String> problems = XdcCheck.problems(text, netlist, io(board)).stream()
                .filter(p -> !p.endsWith("neither timed nor excepted"))
                .toList();
        assertEquals(List.of(), problems);
        XdcFile.commands(text)
                .forEach(c -> assertTrue(Set.of("set_property", "create_clock").contains(c.get(0)), c::toString));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PACKAGE_PIN E3               | PACKAGE_PIN A9               | pin A9 is used twice",
                "PACKAGE_PIN E3               | PACKAGE_PIN F9               | the board does not use pin F9",
                "PACKAGE_PIN E3 IOSTANDARD LVCMOS33 | PACKAGE_PIN E3 IOSTANDARD LVCMOS18 | does not fit bank 35",
                "IOSTANDARD LVCMOS33} [get_ports led_busy]  | SLEW FAST} [get_ports led_busy] | no property SLEW",
                "[get_ports led_busy]         | [get_ports led_bsy]          | there is no port led_bsy",
                "-period 10.000               | -period 10.100               | the clock of the board has 10.0 ns",
                "-period 10.000               | -period 9.900                | the clock of the board has 10.0 ns",
                "[get_pins mmcm/CLKOUT0]      | [get_pins mmcm/CLKOUT9]      | there is no [get_pins mmcm/CLKOUT9]",
                "[get_pins mmcm/CLKOUT0]      | [get_pins pll/CLKOUT0]       | there is no [get_pins pll/CLKOUT0]",
                "run_sync_reg[*]/CLR          | run_sync_reg[*]/PRE          | there is no [get_pins {run_sync_reg[*]/PRE}]",
                "run_sync_reg[*]/CLR          | sync_reg[*]/CLR              | there is no [get_pins",
                "set_false_path -from [get_ports uart_rxd] | #               | port uart_rxd is neither timed",
                "set_false_path -to [get_ports led_error]  | #               | port led_error is neither timed",
                "create_clock -name           | create_clk -name             | unknown command create_clk",
                "CFGBVS VCCO                  | CFGVS VCCO                   | a design has no property CFGVS",
            })
    void faultsAreFound(String right, String wrong, String said) throws IOException {
        String good = xdc("arty-a7-35t", "tiny_top.xdc");
        assertTrue(good.contains(right), right);
        List<String> problems = XdcCheck.problems(good.replace(right, wrong), netlist, io("arty-a7-35t"));
        assertTrue(problems.stream().anyMatch(p -> p.contains(said)), problems::toString);
    }

    @Test
    void aPortWithoutAPinIsFound() throws IOException {
        String good = xdc("arty-a7-35t", "tiny_top.xdc");
        String less = good.replaceAll("(?m)^set_property.*uart_txd\\]$", "");
        assertFalse(less.equals(good));
        assertTrue(XdcCheck.problems(less, netlist, io("arty-a7-35t")).contains("port uart_txd has no pin"));
    }

    /** Into the first flip-flop of every synchronizer, from a register that is there, and behind every memory. */
    @Test
    void everyCrossingOfACoreWithItsOwnClockIsConstrained() throws IOException {
        Path work = Files.createDirectories(folder.resolve("crossings"));
        Path design = BoardFolder.write(work, "pynq-z2", "--bus-clock", "50");
        Netlist crossed = Netlist.of(design.resolve("rtl"), "files_axi.f", "tiny_axi");
        Set<String> ends = new TreeSet<>();
        for (List<String> words : XdcFile.commands(Files.readString(design.resolve("constraints/tiny_axi.xdc")))) {
            assertEquals(List.of("set_max_delay", "-datapath_only", "-from"), words.subList(0, 3));
            assertEquals("10.000", words.get(words.size() - 1));
            String from = words.get(3);
            if (from.startsWith("[get_cells")) {
                assertTrue(crossed.hasCell(cell(from)), from);
            } else {
                String port = from.replaceAll(".*get_ports |]*$", "");
                assertTrue(crossed.ports().containsKey(port), from);
            }
            assertTrue(crossed.hasCell(cell(words.get(5))), words.get(5));
            ends.add(cell(words.get(5)).replace("[*]", ""));
        }
        Set<String> expected = new TreeSet<>();
        for (String pin : crossed.pins()) {
            if (pin.matches(".*(buffercc/buffers_0|ram_spinal_port1)_reg.*/D")) {
                expected.add(pin.replaceAll("(\\[\\d+])?/D$", ""));
            }
        }
        assertEquals(expected, ends);
        assertFalse(crossed.hasCell("shell/fifo_in/buffers_0_reg[*]"));
    }

    private static String cell(String object) {
        return String.join(" ", XdcFile.inside(XdcFile.inside(object).get(1)));
    }
}
