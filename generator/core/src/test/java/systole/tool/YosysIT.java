package systole.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YosysIT {
    @TempDir
    private Path folder;

    @Test
    void countsWhatIsKnown() throws IOException {
        SynthesisReport report = synthesize(IncrementDesign.resource("known_resources.v"));
        assertEquals(
                Set.of("left", "right", "memory_deep", "memory_shallow", "file", "late"),
                report.units().keySet());
        assertEquals(new Resources(0, 0, 0, 0, 1, 0, 0, 0), report.units().get("left"));
        assertEquals(report.units().get("left"), report.units().get("right"));
        assertEquals(new Resources(0, 0, 0, 0, 0, 1, 0, 0), report.units().get("memory_deep"));
        assertEquals(new Resources(0, 0, 0, 0, 0, 0, 1, 0), report.units().get("memory_shallow"));
        assertEquals(new Resources(4, 4, 0, 0, 0, 0, 0, 0), report.units().get("file"));
        assertEquals(1, report.units().get("late").lutram());
        assertEquals(new Resources(0, 0, 10, 0, 0, 0, 0, 0), report.glue());
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
        assertEquals(3, report.longest());
    }

    @Test
    void whatYosysRefusesIsShown() {
        ToolFailedException failure =
                assertThrows(ToolFailedException.class, () -> synthesize("module known_resources(;\n"));
        assertTrue(failure.getMessage().contains("ERROR"), failure.getMessage());
    }

    private SynthesisReport synthesize(String verilog) throws IOException {
        Files.writeString(folder.resolve("top.v"), verilog);
        Files.writeString(folder.resolve("files.f"), "top.v\n");
        return new Yosys()
                .synthesize(folder, "files.f", "known_resources", Yosys.Scope.PART, folder.resolve("products"));
    }
}
