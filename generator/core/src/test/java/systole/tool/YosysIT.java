package systole.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.target.board.Boards;
import systole.tool.netlist.Resources;

class YosysIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"basys3, 4", "ultra96-v2, 8"})
    void countsWhatIsKnown(String board, int lutsOfAMemory) throws IOException {
        SynthesisReport report = synthesize(board, "known_resources", IncrementDesign.resource("known_resources.v"));
        assertEquals(
                Set.of("left", "right", "memory_deep", "memory_shallow", "file", "late"),
                report.units().keySet());
        assertEquals(new Resources(0, 0, 0, 0, 1, 0, 0, 0, 0), report.units().get("left"));
        assertEquals(report.units().get("left"), report.units().get("right"));
        assertEquals(new Resources(0, 0, 0, 0, 0, 1, 0, 0, 0), report.units().get("memory_deep"));
        assertEquals(new Resources(0, 0, 0, 0, 0, 0, 1, 0, 0), report.units().get("memory_shallow"));
        assertEquals(
                new Resources(lutsOfAMemory, lutsOfAMemory, 0, 0, 0, 0, 0, 0, 0),
                report.units().get("file"));
        assertEquals(1, report.units().get("late").lutram());
        assertEquals(new Resources(0, 0, 10, 0, 0, 0, 0, 0, 0), report.glue());
        Resources units = report.units().values().stream().reduce(Resources.NONE, Resources::plus);
        assertEquals(units.plus(report.glue()), report.total());
        assertEquals(3, report.total().bramHalves());
    }

    /** A path of three LUTs lies in three modules, which Yosys maps one by one. */
    @Test
    void pathsGoThroughModules() throws IOException {
        SynthesisReport report = synthesize(
                """
                module parity (input [5:0] x, output y);
                    assign y = ^x;
                endmodule
                module known_resources (input clk, input [15:0] d, output reg q);
                    reg [15:0] x;
                    wire first, second, third;
                    parity one (.x(x[5:0]), .y(first));
                    parity two (.x({x[10:6], first}), .y(second));
                    parity three (.x({x[15:11], second}), .y(third));
                    always @(posedge clk) begin
                        x <= d;
                        q <= third;
                    end
                endmodule
                """);
        assertEquals(3, report.paths().longest());
    }

    /** The one packs into its slices what the other leaves outside; as the chips would have it, both take the same. */
    @ParameterizedTest
    @CsvSource({"zc706, 0, 0", "kv260, 40, 153"})
    void whatASliceHasInsideIsNotCounted(String board, int lut, int ff) throws IOException {
        SynthesisReport report = synthesize(board, "multiply_add", IncrementDesign.resource("multiply_add.v"));
        assertEquals(3, report.total().dsp());
        assertEquals(List.of(0, 2), List.of(report.total().lut(), report.total().ff()), report::toString);
        assertEquals(2, report.units().get("one").ff());
        assertEquals(0, report.units().get("two").ff());
        assertEquals(
                List.of(lut, ff),
                List.of(report.absorbed().lut(), report.absorbed().ff()),
                report::toString);
        assertEquals(2 + ff, report.netlist().ff());
    }

    /** Large memories without contents go into UltraRAM where there is some. */
    @ParameterizedTest
    @CsvSource({"kv260, 2, 0", "ultra96-v2, 0, 16"})
    void ultraRamIsCounted(String board, int uram, int ramb36) throws IOException {
        SynthesisReport report = synthesize(
                board,
                "deep",
                """
                module deep (input clk, input we, input [12:0] wa, input [12:0] ra, input [71:0] d, output reg [71:0] q);
                    reg [71:0] words [0:8191];
                    always @(posedge clk) begin
                        if (we) words[wa] <= d;
                        q <= words[ra];
                    end
                endmodule
                """);
        assertEquals(uram, report.total().uram());
        assertEquals(ramb36, report.total().ramb36());
    }

    @Test
    void whatYosysRefusesIsShown() {
        ToolFailedException failure =
                assertThrows(ToolFailedException.class, () -> synthesize("module known_resources(;\n"));
        assertTrue(failure.getMessage().contains("ERROR"), failure.getMessage());
    }

    private SynthesisReport synthesize(String verilog) throws IOException {
        return synthesize("basys3", "known_resources", verilog);
    }

    private SynthesisReport synthesize(String board, String top, String verilog) throws IOException {
        Files.writeString(folder.resolve("top.v"), verilog);
        Files.writeString(folder.resolve("files.f"), "top.v\n");
        return new Yosys(Boards.find(board).orElseThrow().chip())
                .synthesize(folder, "files.f", top, Yosys.Scope.PART, folder.resolve("products"));
    }
}
