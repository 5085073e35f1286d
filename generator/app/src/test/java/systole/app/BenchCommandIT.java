package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandIT {
    @TempDir
    Path folder;

    @BeforeEach
    void aModel() throws IOException {
        Shell.tiny(Files.createDirectories(folder.resolve("nets/tiny")));
    }

    private Object[] bench(Object... more) {
        Object[] words = {
            "bench",
            "--models",
            folder.resolve("none"),
            "--examples",
            folder.resolve("nets"),
            "--model",
            "tiny",
            "--designs",
            folder.resolve("designs"),
            "--results",
            folder.resolve("results"),
            "--report",
            folder.resolve("bench.md")
        };
        return Stream.of(words, more).flatMap(Stream::of).toArray();
    }

    private BenchResult result(String board) {
        return BenchResult.read(BenchResult.file(folder.resolve("results"), "tiny", board));
    }

    @Test
    void measuresKeepsAndReports() throws IOException {
        Shell shell = Shell.succeed(bench("--board", "pynq-z2"));
        shell.says("skipped: there is no folder");
        assertTrue(shell.out().startsWith("tiny on pynq-z2: interval "), shell.out());
        BenchResult first = result("pynq-z2");
        assertEquals(4, first.sim().path("frames").asInt());
        assertTrue(first.sim().path("passed").asBoolean());
        assertTrue(first.synth().path("total").path("ff").asInt() > 0);
        String report = Files.readString(folder.resolve("bench.md"));
        assertTrue(report.contains("| tiny | pynq-z2 |"), report);

        Shell.succeed(bench("--report-only"));
        assertEquals(report, Files.readString(folder.resolve("bench.md")));

        Shell.succeed(bench("--board", "pynq-z2", "--no-synth"));
        assertEquals(first.synth(), result("pynq-z2").synth(), "the hardware is the same");
        Path results = folder.resolve("results");
        new BenchResult(first.json().deepCopy().put("rtl_sha256", "of other hardware")).write(results);
        Shell.succeed(bench("--board", "pynq-z2", "--no-synth"));
        assertFalse(result("pynq-z2").synthesized(), "another synthesis says nothing about this hardware");
    }

    @Test
    void whatDoesNotFitABoardIsKeptAsRefused() {
        Shell.write(
                folder.resolve("nets/tiny/tiny.net"),
                """
                network tiny
                input x : int16[4, 4096, 64]
                y = maxpool2d(x, kernel = 2, stride = 2)
                output y
                """);
        Shell shell = Shell.succeed(bench("--board", "cora-z7-07s", "--no-synth"));
        assertTrue(shell.out().contains("tiny on cora-z7-07s: refused: the network does not fit"), shell.out());
        assertTrue(result("cora-z7-07s").refused());
    }

    /** The design cannot be right where the expected outputs are wrong. */
    @Test
    void wrongResultsAreNotKept() throws IOException {
        Path net = folder.resolve("nets/tiny/tiny.net");
        Shell.npy(net.resolveSibling("tiny.inputs.npy"), List.of(2, 3, 2, 4), new long[48]);
        Shell.npy(net.resolveSibling("tiny.outputs.npy"), List.of(2, 3, 2, 4), new long[48]);
        Shell shell = Shell.run(bench("--board", "pynq-z2", "--no-synth", "--frames", "2"));
        assertEquals(ExitCode.REFUSED, shell.exit(), shell::toString);
        assertTrue(shell.out().contains("tiny on pynq-z2: wrong results: the golden model differs"), shell.out());
        assertTrue(shell.out().contains("designs in " + folder.resolve("designs")), shell.out());
        assertTrue(shell.out().endsWith("FAIL  1 designs give wrong results, which are not kept\n"), shell.out());
        assertFalse(Files.exists(BenchResult.file(folder.resolve("results"), "tiny", "pynq-z2")));
    }

    @Test
    void anUnknownModelIsRefused() {
        Shell.fail(ExitCode.REFUSED, bench("--model", "tinny"))
                .says("there is no model 'tinny'", "there are tiny, lstm_20, lstm_128");
    }
}
