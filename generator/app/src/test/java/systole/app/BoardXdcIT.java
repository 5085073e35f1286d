package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import systole.target.board.BoardIo;
import systole.target.board.Boards;

/** Constraints of every board: all that they name is there, and nothing is forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardXdcIT {
    @TempDir
    static Path folder;

    private final Map<String, Netlist> netlists = new HashMap<>();

    static List<String> boards() {
        return BoardFolder.alone();
    }

    static List<String> bused() {
        return BoardFolder.bused();
    }

    private static BoardFolder design(String board, Object... options) {
        try {
            return BoardFolder.tiny(Files.createDirectories(folder.resolve(board)), board, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Netlist netlist(BoardFolder design) {
        try {
            return Netlist.of(design.rtl(), design.list(), design.top());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Netlist netlist(String board) {
        return netlists.computeIfAbsent(board, b -> netlist(design(b)));
    }

    private static String xdc(String board, String file) throws IOException {
        return Files.readString(design(board).path().resolve("constraints").resolve(file));
    }

    private static BoardIo io(String board) {
        return Boards.find(board).orElseThrow().io();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everythingIsThereAndNothingForgotten(String board) throws IOException {
        assertEquals(List.of(), XdcCheck.problems(xdc(board, "tiny_top.xdc"), netlist(board), io(board)));
    }

    /** The open tools time nothing but the clock. */
    @ParameterizedTest
    @MethodSource("boards")
    void theOpenToolsGetTheSamePins(String board) throws IOException {
        String text = xdc(board, "tiny_top_open.xdc");
        List<String> problems = XdcCheck.problems(text, netlist(board), io(board)).stream()
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
        List<String> problems =
                XdcCheck.problems(good.replace(right, wrong), netlist("arty-a7-35t"), io("arty-a7-35t"));
        assertTrue(problems.stream().anyMatch(p -> p.contains(said)), problems::toString);
    }

    @Test
    void aPortWithoutAPinIsFound() throws IOException {
        String good = xdc("arty-a7-35t", "tiny_top.xdc");
        String less = good.replaceAll("(?m)^set_property.*uart_txd\\]$", "");
        assertFalse(less.equals(good));
        assertTrue(XdcCheck.problems(less, netlist("arty-a7-35t"), io("arty-a7-35t"))
                .contains("port uart_txd has no pin"));
    }

    /** The design's ports are the processor's, its clock is constrained with that: there is nothing left to say. */
    @ParameterizedTest
    @MethodSource("bused")
    void aDesignOnTheProcessorsClockHasNone(String board) {
        assertTrue(design(board).files().stream().noneMatch(f -> f.matches("constraints/.*\\.xdc")));
    }

    /** Into the first flip-flop of every synchronizer, from a register that is there, and behind every memory. */
    @ParameterizedTest
    @MethodSource("bused")
    void everyCrossingOfACoreWithItsOwnClockIsConstrained(String board) throws IOException {
        BoardFolder design = design(board, "--clock", "100", "--bus-clock", "50");
        Netlist crossed = netlist(design);
        Set<String> ends = new TreeSet<>();
        for (List<String> words :
                XdcFile.commands(Files.readString(design.path().resolve("constraints/tiny_axi.xdc")))) {
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
