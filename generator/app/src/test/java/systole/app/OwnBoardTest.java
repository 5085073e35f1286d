package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boards that a user describes in a file, and chips without a board. */
class OwnBoardTest {
    private static final String RESOURCES = "lut=218600,dsp=900,ramb36=545";

    @TempDir
    Path folder;

    private Path file() {
        return Shell.write(folder.resolve("own.json"), text());
    }

    private static String text() {
        try {
            return Files.readString(
                    Path.of(OwnBoardTest.class.getResource("/boards/own.json").toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String plan(Object... target) throws IOException {
        Path out = folder.resolve("d");
        Object[] words = {"build", Shell.tiny(folder), "--out", out};
        Shell.succeed(Stream.of(words, target).flatMap(Stream::of).toArray());
        return Files.readString(out.resolve("plan.json"));
    }

    @Test
    void aFileIsABoard() throws IOException {
        String plan = plan("--board", file());
        assertTrue(plan.contains("\"board\" : \"own-board\""), plan);
        assertTrue(plan.contains("\"clock_mhz\" : 80"), plan);
    }

    /** With its pins, its family in the open flow, and without a loader that openFPGALoader knows. */
    @Test
    void aFileIsEnoughForTheWholeKit() throws IOException {
        Path out = folder.resolve("d");
        Shell.succeed("board", Shell.tiny(folder), "--board", file(), "--out", out);
        String pins = Files.readString(out.resolve("constraints/tiny_top.xdc"));
        assertTrue(pins.contains("PACKAGE_PIN M9 IOSTANDARD LVCMOS33"), pins);
        String open = Files.readString(out.resolve("open/Makefile"));
        assertTrue(open.contains("FAMILY := spartan7\n") && open.contains("PART   := xc7s25csga225-1\n"), open);
        assertFalse(open.contains("load"), open);
        assertFalse(Files.readString(out.resolve("README.md")).contains("-C open load"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"dsp\": 80       | \"dsp\": \"many\"     | dsp: ",
                "\"dsp\": 80       | \"dsps\": 80          | dsp: the field is missing; is it what you wrote as 'dsps'?",
                "xc7s25csga225-1   | 10cl025              | part must be",
                "\"E2\", \"bank\": 34 | \"E2\", \"bank\": 14 | standard of pin E2 is LVCMOS18, but bank 14 has 3.3 V",
                "\"mhz\": 24.0     | \"mhz\": 0.5          | io.clocks[0]: mhz must be a frequency",
                "\"id\"            | id                    | own.json:2:3"
            })
    void aWrongFileIsRefusedWithFieldAndReason(String right, String wrong, String said) {
        String good = text();
        assertTrue(good.contains(right), right);
        Path file = Shell.write(folder.resolve("own.json"), good.replace(right, wrong));
        for (String command : List.of("build", "board", "lint")) {
            Shell.fail(ExitCode.REFUSED, command, Shell.tiny(folder), "--board", file)
                    .says("own.json", said, "1 error");
        }
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Shell.fail(ExitCode.REFUSED, "sim", Shell.tiny(folder), "--board", folder.resolve("none.json"))
                .says("none.json", "there is no such file");
        Shell.fail(ExitCode.REFUSED, "bench", "--board", "boards/none").says("boards/none", "there is no such file");
    }

    @Test
    void aPartIsEnoughForHardware() throws IOException {
        String plan = plan("--part", "xc7z045ffg900-2", "--resources", RESOURCES + ",clock=150");
        assertTrue(plan.contains("\"board\" : \"xc7z045ffg900-2\""), plan);
        assertTrue(plan.contains("\"clock_mhz\" : 150"), plan);
        assertTrue(plan.contains("\"clock_estimate_mhz\" : 125"), plan);
        assertTrue(plan("--part", "xc7z045ffg900-2", "--resources", RESOURCES).contains("\"clock_mhz\" : 125"));
        assertTrue(
                plan("--part", "xczu7ev", "--resources", RESOURCES + ",uram=96").contains("\"clock_mhz\" : 100"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xc7z045 | ''                            | is not said how much it has: lut, dsp, ramb36",
                "xc7z045 | dsp=900                       | is not said how much it has: lut, ramb36",
                "xc7z045 | luts=5,dsp=900,ramb36=545     | there is no resource 'luts'",
                "xc7z045 | luts=5,dsp=900,ramb36=545     | did you mean 'lut'?",
                "xc7z045 | lut=5,dsp=900,ramb36=545,gpu=1 | there are dsp, lut, ff, ramb36, uram, clock",
                "xc7z045 | lut=many,dsp=900,ramb36=545   | lut must be a number, not 'many'",
                "xc7z045 | lut=-5,dsp=900,ramb36=545     | lut must be a number, not '-5'",
                "xc7z045 | lut,dsp=900,ramb36=545        | lut must be a number, not ''",
                "xc7z045 | lut=5,lut=6,dsp=900,ramb36=545 | lut is given twice",
                "xc7z045 | lut=5,dsp=0,ramb36=545        | dsp must be a positive number",
                "xc7z045 | lut=5,dsp=9,ramb36=545,uram=1 | uram must be 0, for 7-series chips have no UltraRAM",
                "xc7z045 | lut=5,dsp=9,ramb36=5,clock=0  | clockMhz must be a frequency up to 1000 MHz",
                "zynq    | lut=5,dsp=900,ramb36=545      | part must be a part as Vivado writes it"
            })
    void aWrongPartIsRefused(String part, String resources, String said) {
        Shell.fail(ExitCode.REFUSED, "build", Shell.tiny(folder), "--part", part, "--resources", resources)
                .says(said);
    }

    @Test
    void aPartHasNoPins() {
        Path out = folder.resolve("d");
        Shell.fail(
                        ExitCode.REFUSED,
                        "board",
                        Shell.tiny(folder),
                        "--out",
                        out,
                        "--part",
                        "xc7z045ffg900-2",
                        "--resources",
                        RESOURCES)
                .says("only the chip is known", "docs/boards.md", "--board FILE.json");
        assertFalse(Files.exists(out), "nothing is written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "board", "sim", "synth", "lint"})
    void aBoardAndAPartExcludeEachOther(String command) {
        Path model = Shell.tiny(folder);
        Shell.fail(ExitCode.USAGE, command, model, "--board", "basys3", "--part", "xc7z045", "--resources", RESOURCES)
                .says("--board and --part exclude each other");
        Shell.fail(ExitCode.USAGE, command, model, "--resources", RESOURCES).says("--resources needs --part");
    }

    /** Results keep what the chip has, since nobody else knows it. */
    @Test
    void benchmarksRunOnAPart() throws IOException {
        Shell.tiny(Files.createDirectories(folder.resolve("nets/tiny")));
        Path report = folder.resolve("bench.md");
        Object[] bench = {
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
            report,
            "--no-synth",
            "--part",
            "xc7z045",
            "--resources",
            RESOURCES
        };
        Shell.succeed(bench);
        BenchResult result = BenchResult.read(BenchResult.file(folder.resolve("results"), "tiny", "xc7z045"));
        assertEquals(900, result.available("dsp"));
        assertTrue(Files.readString(report).contains("| tiny | xc7z045 |"));
    }
}
