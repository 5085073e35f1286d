package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.data.NpyType;

class ModelCommandsTest {
    private static final Path BROKEN = Shell.root().resolve("generator/core/src/test/resources/broken");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fashion", "residual", "separable", "motion", "vowels-lstm"})
    void examplesAreSound(String name) {
        String out = Shell.succeed("check", Shell.example(name)).out();
        assertTrue(out.startsWith("OK  " + name.replace('-', '_') + ": "), out);
    }

    @Test
    void everyBrokenNetworkIsRefusedByEveryCommand() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            List<Path> networks = files.filter(file -> file.toString().endsWith(".net"))
                    .sorted()
                    .toList();
            assertTrue(networks.size() > 50, "the broken networks are in " + BROKEN);
            for (Path network : networks) {
                Shell.fail(ExitCode.REFUSED, "check", network)
                        .says(network.getFileName().toString(), "error: ");
            }
        }
        Path one = BROKEN.resolve("unknown_kind.net");
        Shell.fail(ExitCode.REFUSED, "info", one).says("did you mean");
        Shell.fail(ExitCode.REFUSED, "build", one, "--out", folder).says("did you mean");
        Shell.fail(ExitCode.REFUSED, "sim", one, "--out", folder).says("did you mean");
        Shell.fail(ExitCode.REFUSED, "synth", one, "--out", folder).says("did you mean");
    }

    @Test
    void aFoldingThatIsImpossibleIsRefusedByCheck() {
        Path model = Shell.write(
                folder.resolve("odd.net"),
                """
                network odd
                input x : int8[4, 4]
                y = relu(x) fold pe = 3
                output y
                """);
        Shell.fail(ExitCode.REFUSED, "check", model)
                .says("odd.net:3:1", "cannot be folded as pe = 3", "pe = 4 simd = 1");
    }

    /** A million weights of 8 bits, which take 456 blocks of 18 Kbit at the least. */
    @Test
    void checkTellsTheBoardsThatHoldTheNetwork() throws IOException {
        long[] weights = new Random(1).longs(512 * 2048, -127, 128).toArray();
        OutputFile.write(
                folder.resolve("w.npy"), Npy.bytes(NpyArray.ofLongs(NpyType.INT8, List.of(512, 2048), weights)));
        Path model = Shell.write(
                folder.resolve("wide.net"),
                """
                network wide
                input x : int8[2048]
                y = dense(x, weights = "w.npy", requant = pow2(shift = 9)) -> int8
                output y
                """);
        Path json = folder.resolve("check.json");
        String out = Shell.succeed("check", model, "--json=" + json).out();
        String holding = out.lines().skip(1).findFirst().orElseThrow();
        assertTrue(holding.matches("fits .*genesys2.*nexys-video.*"), out);
        assertTrue(out.contains("not cora-z7-07s: the smallest hardware needs about"), out);
        for (JsonNode board : Json.read(json).path("boards")) {
            String id = board.path("board").asText();
            boolean fits = holding.matches(".*\\b" + id + "\\b.*");
            assertEquals(fits, board.path("fits").asBoolean(), id);
            assertTrue(!fits || board.path("short").isEmpty(), id);
        }
        Path design = folder.resolve("design");
        Shell.fail(ExitCode.REFUSED, "board", model, "--board", "cora-z7-07s", "--smallest", "--out", design)
                .says("does not fit");
        Shell.succeed("build", model, "--board", "genesys2", "--smallest", "--out", design);
    }

    @Test
    void infoShowsLayers() throws IOException {
        String table = Shell.succeed("info", Shell.example("fashion")).out();
        assertTrue(table.contains("depthwise_conv2d"), table);
        assertTrue(table.contains("int8[28, 28, 1]"), table);
        JsonNode json = new ObjectMapper()
                .readTree(Shell.succeed("info", Shell.example("fashion"), "--json")
                        .out());
        assertEquals(12762, json.path("parameters").asInt());
        assertEquals(963856, json.path("macs").asInt());
        assertEquals("[28,28,1]", json.path("inputs").path(0).path("shape").toString());
        assertEquals("int8", json.path("outputs").path(0).path("type").asText());
        assertEquals("add", json.path("layers").path(2).path("kind").asText());
        assertEquals(
                "[\"stem\",\"branch\"]",
                json.path("layers").path(2).path("reads").toString());
    }
}
