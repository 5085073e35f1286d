package systole.emit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.tool.SynthesisReport;
import systole.tool.Yosys;

/** In what beats pass through, no net drives many more pins than a slice of a beat has bits, however wide the beat is. */
class FanOutIT {
    private static final int MOST = 96;
    private static final int BITS = 576;
    private static final String STREAM = ".in_data(in), .in_valid(valid[0]), .in_ready(done[0]),"
            + " .out_data(out), .out_valid(done[1]), .out_ready(ready)";
    private static final String TWO = ".a_data(in), .a_valid(valid[0]), .a_ready(done[0]),"
            + " .b_data(~in), .b_valid(valid[1]), .b_ready(done[1]),"
            + " .out_data(out), .out_valid(done[2]), .out_ready(ready)";
    private static final String CHOICE = ".in_data({in, ~in}), .in_valid(valid), .in_ready(done[1:0]),"
            + " .out_data(out), .out_valid(done[2]), .out_ready(ready)";
    private static final String FRAMES = ".in_data(in), .in_valid(valid[0]), .in_ready(done[0]), .in_last(valid[1]),"
            + " .out_data(out), .out_valid(done[1]), .out_ready(ready), .short_frame(done[2])";
    private static final String TURNS = ".x_data(in), .x_valid(valid[0]), .x_ready(done[0]),"
            + " .h_data(~in), .h_valid(valid[1]), .h_ready(done[1]), .flag_data(1'b0), .flag_valid(1'b0),"
            + " .pass_ready(ready), .out_data(out), .out_valid(done[2])";
    private static final String WINDOW = ".in_data(in), .in_valid(valid[0]), .in_ready(done[0]),"
            + " .pass_ready(ready), .pass_start(done[1]), .out_data(out), .out_valid(done[2])";

    @TempDir
    private Path folder;

    private record Module(String name, String parameters, String ports, int in, int out) {
        @Override
        public String toString() {
            return name + " " + parameters;
        }
    }

    static List<Module> modules() {
        String width = ".WIDTH(" + BITS + ")";
        String wide = ".WIDTH(" + BITS / 2 + "), .RATIO(2)";
        String narrow = ".WIDTH(" + BITS / 32 + "), .RATIO(32)";
        return List.of(
                new Module("fifo", width, STREAM, BITS, BITS),
                new Module("fifo", width + ", .DEPTH(600), .BLOCK(1)", STREAM, BITS, BITS),
                new Module("repeat", width, STREAM, BITS, BITS),
                new Module("reverse", width, STREAM, BITS, BITS),
                new Module("trim", width, STREAM, BITS, BITS),
                new Module("pad", width + ", .VALUE({" + BITS / 8 + "{8'h81}})", STREAM, BITS, BITS),
                new Module("widen", wide, STREAM, BITS / 2, BITS),
                new Module("widen", narrow, STREAM, BITS / 32, BITS),
                new Module("narrow", wide, STREAM, BITS, BITS / 2),
                new Module("narrow", narrow, STREAM, BITS, BITS / 32),
                new Module("pack", wide + ", .BEATS(3)", STREAM, BITS / 2, BITS),
                new Module("lookup", ".LANES(" + BITS / 8 + "), .FILE(\"table.mem\")", STREAM, BITS, BITS),
                new Module("extremum", ".LANES(" + BITS / 8 + ")", TWO, BITS, BITS),
                new Module("guard", width, FRAMES, BITS, BITS),
                new Module("turns", ".ROWS(" + BITS / 8 + ")", TURNS, BITS, BITS),
                new Module("concat", width, CHOICE, BITS, BITS),
                new Module(
                        "window",
                        width + ", .PAD_TOP(1), .PAD_LEFT(1), .PAD({" + BITS / 8 + "{8'h81}})",
                        WINDOW,
                        BITS,
                        BITS));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void doesNotGrowWithTheBeat(Module module) throws IOException {
        int widest = synthesize(module).widest();
        assertTrue(widest > 1 && widest <= MOST, widest + " pins");
    }

    /** That the bound can be missed: in slices as wide as the beat it is. */
    @Test
    void growsWithTheSlice() throws IOException {
        Module whole = new Module("widen", ".WIDTH(64), .RATIO(2), .SLICE(128)", STREAM, 64, 128);
        assertTrue(synthesize(whole).widest() > MOST);
    }

    /** Twice, for what resets two units is the reset. */
    private SynthesisReport synthesize(Module module) throws IOException {
        Lint.in(folder);
        Files.writeString(folder.resolve("table.mem"), "1\n".repeat(128) + "2\n".repeat(128));
        StringBuilder top = new StringBuilder("module top (input clk, input rst");
        for (String unit : List.of("a", "b")) {
            top.append(", input [" + (module.in() - 1) + ":0] " + unit + "_in, input [1:0] " + unit + "_valid"
                    + ", output [" + (module.out() - 1) + ":0] " + unit + "_out, output [2:0] " + unit + "_done"
                    + ", input " + unit + "_ready");
        }
        top.append(");\n");
        for (String unit : List.of("a", "b")) {
            top.append("systole_" + module.name() + " #(" + module.parameters() + ") u_" + unit
                    + " (.clk(clk), .rst(rst), "
                    + module.ports().replaceAll("\\b(in|valid|out|done|ready)(?=[\\[\\]),}])", unit + "_$1") + ");\n");
        }
        Files.writeString(folder.resolve("top.v"), top.append("endmodule\n"));
        Files.writeString(folder.resolve("files.f"), sources());
        return new Yosys().synthesize(folder, "files.f", "top", Yosys.Scope.PART, folder.resolve("products"));
    }

    private String sources() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return String.join(
                    "\n",
                    files.map(f -> f.getFileName().toString())
                            .filter(f -> f.endsWith(".v"))
                            .sorted()
                            .toList());
        }
    }
}
