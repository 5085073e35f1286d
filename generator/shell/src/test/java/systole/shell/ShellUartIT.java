package systole.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.tool.Command;

/** The whole design behind the serial line, through its two pins, every bit at its true length. */
class ShellUartIT {
    /** Short time-outs, and few cycles a bit, so that long conversations are simulated. */
    static final ShellLink.Uart QUICK = new ShellLink.Uart(1_000_000, 1, 3);

    static final long QUICK_HZ = 24_000_000;

    @TempDir
    private Path folder;

    @Test
    void atTheUsualRate() {
        passes(ShellDesign.of(ShellLink.Uart.DEFAULT, 100_000_000), "basic");
    }

    @Test
    void longConversations() {
        passes(ShellDesign.of(QUICK, QUICK_HZ));
    }

    @Test
    void aStateIsCarried() {
        passes(ShellDesign.stateful(QUICK, QUICK_HZ));
    }

    private void passes(ShellDesign design, String... scenario) {
        ShellBench bench = ShellBench.write(design, folder);
        Command.Outcome outcome = bench.run(bench.build(), scenario);
        assertEquals(0, outcome.exitStatus(), outcome.output());
    }
}
