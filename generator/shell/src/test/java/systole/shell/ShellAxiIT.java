package systole.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.tool.Command;

/** The whole design behind AXI4, through its pins. */
class ShellAxiIT {
    @TempDir
    private Path folder;

    @Test
    void oneClock() {
        ShellBench bench = ShellBench.write(ShellDesign.of(ShellLink.Axi.DEFAULT, 100_000_000), folder);
        Path program = bench.build();
        passes(bench, program, "1", "10000", "10000");
    }

    /** Core faster and slower than the bus, by little and by much. */
    @Test
    void twoClocks() {
        ShellBench bench = ShellBench.write(ShellDesign.of(new ShellLink.Axi(true, 16, 16), 100_000_000), folder);
        Path program = bench.build();
        for (List<String> periods : List.of(
                List.of("10000", "10000"),
                List.of("10000", "3100"),
                List.of("10000", "27000"),
                List.of("4000", "4100"))) {
            passes(bench, program, "2", periods.get(0), periods.get(1));
        }
    }

    /** With one clock and with two. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStateIsCarried(boolean ownClock) {
        ShellLink link = new ShellLink.Axi(ownClock, 16, 16);
        ShellBench bench = ShellBench.write(ShellDesign.stateful(link, 100_000_000), folder);
        passes(bench, bench.build(), "4", "10000", ownClock ? "27000" : "10000");
    }

    private static void passes(ShellBench bench, Path program, String... arguments) {
        Command.Outcome outcome = bench.run(program, arguments);
        assertEquals(0, outcome.exitStatus(), outcome.output());
    }
}
