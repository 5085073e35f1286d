package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.data.Npy;
import systole.data.NpyArray;

class SimCommandIT {
    @TempDir
    Path folder;

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("result.json").toFile());
    }

    private Object[] sim(Path model, Object... more) {
        Object[] words = {"sim", model, "--out", folder.resolve("design"), "--json", folder.resolve("result.json")};
        return java.util.stream.Stream.concat(List.of(words).stream(), List.of(more).stream())
                .toArray();
    }

    @Test
    void anExampleRunsOnItsOwnData() throws IOException {
        Shell shell = Shell.succeed(sim(Shell.example("separable")));
        assertTrue(shell.out().endsWith("(verilator, stall 0 %, seed 1)\n"), shell.out());
        shell.says("using", "inputs.npy", "expected.npy");
        JsonNode json = json();
        long beats = json.path("beats").asLong();
        assertTrue(beats > 0 && 48 % beats == 0, beats + " beats of 48 elements");
        assertTrue(shell.out().contains("\nPASS  separable: 8 frames, " + beats + " beats, bit-exact"), shell.out());
        assertEquals("separable", json.path("design").asText());
        assertEquals("arty-a7-35t", json.path("board").asText());
        assertTrue(json.path("passed").asBoolean());
        assertEquals(8, json.path("frames").asInt());
        assertEquals(0, json.path("mismatches").asInt());
        double interval = json.path("interval_cycles").asDouble();
        assertEquals(json.path("predicted_interval_cycles").asDouble(), interval, 0.02 * interval);
        assertEquals(
                json.path("clock_mhz").asDouble() * 1e6 / interval,
                json.path("frames_per_second").asDouble(),
                1e-6);
        double work = json.path("macs").asDouble() / json.path("multipliers").asDouble();
        assertEquals(work / interval, json.path("utilization").asDouble(), 1e-9);
        assertTrue(json.path("predicted_latency_cycles").asLong() > 0);
        assertTrue(json.path("latency_cycles").asLong() > 0);
        assertTrue(json.path("sim_cycles_per_second").asDouble() > 0);
        String page = Files.readString(folder.resolve("design/report.html"));
        assertTrue(page.contains("Bit-exact in simulation: 8 frames, "));
        assertTrue(page.contains("interval as predicted"));
    }

    @Test
    void labelsGiveAnAccuracy() throws IOException {
        Shell shell = Shell.succeed(sim(Shell.example("fashion"), "--frames", 4));
        assertTrue(shell.out().contains("top-1        100.00 % of 4"), shell.out());
        assertEquals(1.0, json().path("top1").asDouble());
    }

    @Test
    void randomFramesRunUnderIcarusWithStalls() throws IOException {
        Path model = Shell.tiny(folder);
        Shell.succeed(sim(model, "--random", 5, "--stall", 40, "--seed", 7, "--simulator", "iverilog"));
        assertEquals("iverilog", json().path("simulator").asText());
        assertEquals(5, json().path("frames").asInt());
        assertEquals(40, json().path("stall").asInt());
        assertEquals(7, json().path("seed").asInt());
        assertTrue(json().path("sim_cycles_per_second").asDouble() > 0);
    }

    @Test
    void withoutDataSixteenRandomFramesAreSentAndWavesWritten() throws IOException {
        Shell.succeed(sim(Shell.tiny(folder), "--trace")).says("trace.fst");
        assertEquals(16, json().path("frames").asInt());
        assertTrue(Files.size(folder.resolve("design/sim/verilator/trace.fst")) > 0);
    }

    @Test
    void aSingleFrameHasNoInterval() throws IOException {
        Shell.succeed(sim(Shell.tiny(folder), "--random", 1, "--simulator", "iverilog"));
        assertTrue(json().path("interval_cycles").isNull());
        assertTrue(json().path("frames_per_second").isNull());
    }

    @Test
    void aDifferenceFromTheExpectationIsToldBeforeSimulating() throws IOException {
        NpyArray good = Npy.read(Shell.example("separable", "expected.npy"));
        long[] values = good.toLongs();
        values[values.length - 1] += 1000;
        Path expected = Shell.npy(folder.resolve("y.npy"), good.shape(), values);
        Files.writeString(folder.resolve("result.json"), "of an earlier run");
        Path inputs = Shell.example("separable", "inputs.npy");
        int last = good.shape().get(1) - 1;
        Shell.fail(ExitCode.REFUSED, sim(Shell.example("separable"), "--inputs", inputs, "--expect", expected))
                .says(
                        "y.npy",
                        "differs in 1 of " + values.length + " elements",
                        "frame 7, y 0, x 0, channel " + last + ": expected " + values[values.length - 1]);
        String result = Files.readString(folder.resolve("result.json"));
        assertTrue(result.contains("\"passed\" : false") && result.contains("differs in 1 of"), result);
        assertFalse(Files.exists(folder.resolve("design")), "nothing was built");
    }

    @Test
    void dataThatDoNotFitTogetherAreRefused() {
        Path model = Shell.tiny(folder);
        Path inputs = Shell.npy(folder.resolve("x.npy"), List.of(2, 3, 2, 4), new long[48]);
        Path short1 = Shell.npy(folder.resolve("y.npy"), List.of(1, 3, 2, 4), new long[24]);
        Shell.fail(ExitCode.REFUSED, sim(model, "--inputs", inputs, "--expect", short1))
                .says("there are 1 frames, but", "has 2");
        Path labels = Shell.npy(folder.resolve("l.npy"), List.of(2), 0, 1);
        Shell.fail(ExitCode.REFUSED, sim(model, "--inputs", inputs, "--labels", labels))
                .says("one class a frame");
        Path fashion = Shell.example("fashion");
        Path images = Shell.example("fashion", "images.npy");
        Shell.fail(ExitCode.REFUSED, sim(fashion, "--inputs", images, "--labels", labels))
                .says("200 integers");
        long[] wrong = new long[200];
        wrong[3] = 10;
        Path outside = Shell.npy(folder.resolve("o.npy"), List.of(200), wrong);
        Shell.fail(ExitCode.REFUSED, sim(fashion, "--inputs", images, "--labels", outside))
                .says("label 3 is 10, outside 0 to 9");
    }
}
