package systole.library;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.target.board.Boards;
import systole.tool.Yosys;

/** In what beats pass through, no net drives many more pins than a slice of a beat has bits, however wide the beat is. */
class FanOutIT {
    private static final int MOST = 96;
    private static final int BITS = 288;
    private static final String STREAM = ".in_data(in), .in_valid(valid[0]), .in_ready(done[0]),"
            + " .out_data(out), .out_valid(done[1]), .out_ready(ready)";
    private static final String FLAGGED = STREAM + ", .flag_data(valid[1]), .flag_valid(1'b1)";
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

    private static final Module WHOLE = new Module("widen", ".WIDTH(64), .RATIO(2), .SLICE(128)", STREAM, 64, 128);

    /** By unit, the most pins that a net drives in it. */
    private static Map<String, Integer> widest;

    private record Module(String name, String parameters, String ports, int in, int out) {
        String unit() {
            return "u_" + toString().replaceAll("\\W+", "_");
        }

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
                new Module("permute", width, STREAM, BITS, BITS),
                new Module("history", width + ", .INITIAL({" + BITS / 8 + "{8'h81}})", FLAGGED, BITS, BITS),
                new Module("select", ".BITS(8), .LANES(" + BITS / 8 + ")", STREAM, BITS, 16),
                new Module("skid", width, STREAM, BITS, BITS),
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

    @BeforeAll
    static void synthesizeAllAtOnce(@TempDir Path folder) throws IOException {
        Lint library = Lint.in(folder);
        Files.writeString(folder.resolve("table.mem"), "1\n".repeat(128) + "2\n".repeat(128));
        List<Module> all = new ArrayList<>(modules());
        all.add(WHOLE);
        StringBuilder top = new StringBuilder("module top (input clk, input rst");
        for (int i = 0; i < all.size(); i++) {
            Module module = all.get(i);
            top.append(", input [" + (module.in() - 1) + ":0] in" + i + ", input [1:0] valid" + i + ", output ["
                    + (module.out() - 1) + ":0] out" + i + ", output [2:0] done" + i + ", input ready" + i);
        }
        top.append(");\n");
        for (int i = 0; i < all.size(); i++) {
            Module module = all.get(i);
            String ports = module.ports().replaceAll("\\b(in|valid|out|done|ready)(?=[\\[),}])", "$1" + i);
            top.append("systole_" + module.name() + " #(" + module.parameters() + ") " + module.unit()
                    + " (.clk(clk), .rst(rst), " + ports + ");\n");
        }
        Files.writeString(folder.resolve("top.v"), top.append("endmodule\n"));
        Files.writeString(folder.resolve("files.f"), String.join("\n", library.sources()));
        widest = new Yosys(Boards.find("basys3").orElseThrow().chip())
                .synthesize(folder, "files.f", "top", Yosys.Scope.PART, folder.resolve("products"))
                .paths()
                .fanOuts();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void doesNotGrowWithTheBeat(Module module) {
        int pins = widest.get(module.unit());
        assertTrue(pins > 1 && pins <= MOST, pins + " pins");
    }

    /** That the bound can be missed: in slices as wide as the beat it is. */
    @Test
    void growsWithTheSlice() {
        assertTrue(widest.get(WHOLE.unit()) > MOST);
    }
}
