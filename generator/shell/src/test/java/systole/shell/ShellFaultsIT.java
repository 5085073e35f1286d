package systole.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.tool.Command;

/** Faults put into the shells' Verilog, each of which the named scenario must find. */
class ShellFaultsIT {
    private static final String AXI = "systole_shell_axi.v";
    private static final String UART = "systole_shell_uart.v";
    private static final String CROSSING = "systole_shell_axi_StreamFifoCC.v";

    @TempDir
    private Path folder;

    /**
     * A fault: an expression in double brackets, with what stands before it, and what it becomes.
     *
     * @param file below {@code rtl/}, as SpinalHDL calls it
     * @param where the Verilog, in all places where it is
     * @param scenario that finds it
     */
    record Fault(String what, String file, String where, String becomes, String scenario) {
        /** The expression, or what it becomes where the model is started with this number. */
        String applied(String text, int number) {
            int open = where.indexOf("[[");
            int close = where.lastIndexOf("]]");
            String expression = where.substring(open + 2, close);
            String before = where.substring(0, open);
            String after = where.substring(close + 2);
            String plain = before + expression + after;
            assertTrue(text.contains(plain), () -> file + " has no '" + plain + "'");
            String choice = "(fault == " + number + " ? (" + becomes + ") : (" + expression + "))";
            return text.replace(plain, before + choice + after);
        }
    }

    private static final List<Fault> BUS = List.of(
            new Fault(
                    "a strobe that does not count",
                    AXI,
                    "if([[(writes_scratch && port_writeStrobes[2])]])",
                    "writes_scratch",
                    "registers"),
            new Fault(
                    "no error where there is no register",
                    AXI,
                    "s_axi_rresp = [[(port_readError ? 2'b10 : 2'b00)]]",
                    "2'b00",
                    "registers"),
            new Fault(
                    "a response before its data",
                    AXI,
                    "slave_write_does = ([[(slave_write_addressHeld && slave_write_dataHeld)]]",
                    "slave_write_addressHeld",
                    "registers"),
            new Fault(
                    "the answer of another read",
                    AXI,
                    "slave_read_address <= [[s_axi_araddr[11 : 2]]]",
                    "s_axi_araddr[11 : 2] ^ {9'h0, slave_read_answers}",
                    "pipelined"),
            new Fault("a response that is not kept", AXI, "if([[s_axi_r_fire]]) begin", "s_axi_rvalid", "pipelined"),
            new Fault(
                    "clearing that wins over an event",
                    AXI,
                    "if([[irq_status_frame_out_event]]) begin",
                    "irq_status_frame_out_event && !(writes_irq_status && port_writeData[0])",
                    "interrupts"),
            new Fault(
                    "a long frame that is not seen",
                    AXI,
                    "length_long = [[((takes && length_due) && (! shell_push_payload_last))]]",
                    "1'b0",
                    "lengths"),
            new Fault(
                    "an offer that does not wait",
                    AXI,
                    "shell_pop_ready = [[(looping || sink_ready)]]",
                    "1'b1",
                    "counted"),
            new Fault(
                    "a core that the soft reset does not reach",
                    AXI,
                    "core_aresetn = [[(! reset_logic_hold)]]",
                    "! s_axi_aresetn_sampled_rst",
                    "soft_resets"),
            new Fault(
                    "a frame that begins while disabled",
                    AXI,
                    "mayBegin <= [[(control_enable[0] && (wantsLoop == looping))]]",
                    "wantsLoop == looping",
                    "enable"),
            new Fault(
                    "beats from outside in a loop",
                    AXI,
                    "source_ready = [[((shell_push_ready && open_1) && (! looping))]]",
                    "shell_push_ready && open_1",
                    "loop"),
            new Fault(
                    "a counter that misses",
                    AXI,
                    "shell_count_frames_out <= [[(shell_count_frames_out + 32'h00000001)]]",
                    "shell_count_frames_out + {31'h0, shell_count_frames_out != 32'h5}",
                    "counted"),
            new Fault(
                    "a transfer that is one frame",
                    AXI,
                    "[[(source_payload_last || ((! incoming_last) && length_due))]]",
                    "source_payload_last",
                    "transfers"),
            new Fault(
                    "results that are no transfer",
                    AXI,
                    "sink_payload_last = [[(shell_pop_payload_last && outgoing_last)]]",
                    "shell_pop_payload_last",
                    "transfers"),
            new Fault(
                    "a transfer that ends early unseen",
                    AXI,
                    "endsEarly = [[(source_payload_last && (! incoming_last))]]",
                    "1'b0",
                    "transfers"),
            new Fault("a stall that is not seen", AXI, "if([[status_stalled_event]]) begin", "1'b0", "stalls"));

    private static final List<Fault> CLOCKS = List.of(
            new Fault("a FIFO that is never full", CROSSING, "io_push_ready = [[(! pushCC_full)]]", "1'b1", "counted"),
            new Fault(
                    "a beat that is lost",
                    CROSSING,
                    "popCC_popPtr <= [[popCC_popPtrPlus]]",
                    "popCC_popPtrPlus + {4'h0, popCC_popPtr == 5'h09}",
                    "counted"),
            new Fault(
                    "a beat that comes before its pointer",
                    CROSSING,
                    "popCC_empty = [[(popCC_popPtrGray == popCC_pushPtrGray)]]",
                    "1'b0",
                    "counted"));

    private static final List<Fault> LINE = List.of(
            new Fault("another polynomial", UART, "& [[16'h1021]])", "16'h8005", "basic"),
            new Fault(
                    "a CRC that is not checked",
                    UART,
                    "[[((line_receiver_byte_payload == line_requests_crc_value[15 : 8]) && (line_requests_crc_value[7 : 0] == 8'h0))]]",
                    "1'b1",
                    "broken"),
            new Fault("bits that are too short", UART, "line_transmitter_timer <= [[5'h17]]", "5'h15", "basic"),
            new Fault("repetitions that are done", UART, "[[(line_heard && line_repeated)]]", "1'b0", "repeats"),
            new Fault("a part over the one before", UART, "line_refused <= [[line_frames_input_busy]]", "1'b0", "busy"),
            new Fault("a line that is never silent", UART, "line_silent = [[line_silence_over]]", "1'b0", "broken"),
            new Fault("garbage that is not told", UART, "if([[status_link_error_event]]) begin", "1'b0", "garbage"),
            new Fault(
                    "a frame that is never given up",
                    UART,
                    "if([[line_unfinished_over]]) begin",
                    "1'b0",
                    "wrong_frames"));

    private static final List<Fault> STATE = List.of(
            new Fault(
                    "a state that never begins anew",
                    AXI,
                    "shell_push_payload_fresh = [[control_fresh[0]]]",
                    "1'b0",
                    "states"),
            new Fault(
                    "a state that is not carried",
                    AXI,
                    "shell_push_payload_fresh = [[control_fresh[0]]]",
                    "1'b1",
                    "states"));

    @Test
    void withAState() throws IOException {
        ShellDesign design = ShellDesign.stateful(ShellLink.Axi.DEFAULT, 100_000_000);
        for (Fault fault : STATE) { // of the same text, so that each has a design of its own
            Path own = Files.createDirectory(folder.resolve(fault.what()));
            allFound(ShellBench.write(design, own), List.of(fault), "3", "10000", "10000");
        }
    }

    @Test
    void behindTheBus() throws IOException {
        allFound(ShellDesign.of(ShellLink.Axi.DEFAULT, 100_000_000), BUS, "3", "10000", "10000");
    }

    @Test
    void betweenClocks() throws IOException {
        allFound(ShellDesign.of(new ShellLink.Axi(true, 16, 16), 100_000_000), CLOCKS, "3", "10000", "27000");
    }

    @Test
    void behindTheLine() throws IOException {
        allFound(ShellDesign.of(ShellUartIT.QUICK, ShellUartIT.QUICK_HZ), LINE);
    }

    /** The high half of the cycles, in a design that starts just below the carry; one without a latch is found. */
    @Test
    void theCycleCounterCarries() throws IOException {
        ShellBench bench = ShellBench.write(ShellDesign.of(ShellLink.Axi.DEFAULT, 100_000_000), folder);
        String near = "64'h00000000ffffff00";
        change(bench, AXI, text -> text.replace("shell_cycles <= 64'h0;", "shell_cycles <= " + near + ";"));
        apply(
                bench,
                List.of(new Fault(
                        "no latch", AXI, "cycles_hi = [[shell_cyclesHigh]]", "shell_cycles[63 : 32]", "carry")));
        Path program = bench.build();
        Command.Outcome right = bench.run(program, "1", "10000", "10000", "carry");
        assertEquals(0, right.exitStatus(), right.output());
        assertNotEquals(
                0,
                bench.run(program, "1", "10000", "10000", "carry", "+fault=1").exitStatus());
    }

    private void allFound(ShellDesign design, List<Fault> faults, String... arguments) throws IOException {
        allFound(ShellBench.write(design, folder), faults, arguments);
    }

    /** One model with all faults, each of which a number chooses. */
    private static void allFound(ShellBench bench, List<Fault> faults, String... arguments) throws IOException {
        apply(bench, faults);
        Path program = bench.build();
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            List<String> words = new ArrayList<>(List.of(arguments));
            words.add(fault.scenario());
            words.add("+fault=" + (i + 1));
            Command.Outcome outcome = bench.run(program, words.toArray(String[]::new));
            assertNotEquals(0, outcome.exitStatus(), fault + " was not found:\n" + outcome.output());
            assertTrue(outcome.output().contains("FAIL  " + fault.scenario()), outcome.output());
        }
    }

    private static void apply(ShellBench bench, List<Fault> faults) throws IOException {
        Map<String, List<Integer>> byFile = new TreeMap<>();
        for (int i = 0; i < faults.size(); i++) {
            byFile.computeIfAbsent(faults.get(i).file(), f -> new ArrayList<>()).add(i);
        }
        String choice = "\n);\n  integer fault;\n  initial if (!$value$plusargs(\"fault=%d\", fault)) fault = 0;\n";
        for (Map.Entry<String, List<Integer>> file : byFile.entrySet()) {
            change(bench, file.getKey(), text -> {
                String changed = text;
                for (int i : file.getValue()) {
                    changed = faults.get(i).applied(changed, i + 1);
                }
                return changed.replaceFirst("\n\\);\n", Matcher.quoteReplacement(choice));
            });
        }
    }

    private static void change(ShellBench bench, String file, UnaryOperator<String> change) throws IOException {
        Path path = bench.rtl()
                .resolve(file.replace("systole_", bench.design().spec().design() + "_"));
        String text = Files.readString(path);
        String changed = change.apply(text);
        assertNotEquals(text, changed);
        Files.writeString(path, changed);
    }
}
