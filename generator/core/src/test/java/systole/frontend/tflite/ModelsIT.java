package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.network.Network;
import systole.rtl.RtlCheck;
import systole.rtl.RtlDesign;
import systole.target.board.Boards;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator.CompiledDesign;
import systole.tool.Stimulus;

/** The hardware of whole models, softmax included, gives what the reference kernels gave. */
class ModelsIT {
    private static final int KEYWORDS = 32;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"hello_world_int8, 48", "trained_lstm_int8, 48"})
    void bitExact(String name, int samples) {
        check(name, samples);
    }

    @ParameterizedTest
    @CsvSource({"kws_ref_model, 48", "pretrainedResnet_quant, 48", "vww_96_int8, 48", "ad01_int8, 48"})
    @Tag("soak")
    void everyStoredSample(String name, int samples) {
        check(name, samples);
    }

    /** The stored samples, and more with what the golden model makes of them. */
    @Test
    void keywords() {
        RtlDesign design = design("kws_ref_model");
        CompiledDesign compiled = RtlCheck.LONG_RUN.compile(design.folder(), false);
        check(compiled, "kws_ref_model", 16);
        Stimulus spoken = design.stimulus(Models.keywords().subList(0, KEYWORDS));
        SimulationResult result = compiled.run(spoken, SimulationOptions.DEFAULT.withoutPhases());
        assertTrue(result.passed(), result::log);
    }

    private void check(String name, int samples) {
        check(RtlCheck.LONG_RUN.compile(design(name).folder(), false), name, samples);
    }

    private static void check(CompiledDesign compiled, String name, int samples) {
        List<int[]> inputs = Models.samples(name, "inputs");
        List<int[]> outputs = Models.samples(name, "outputs");
        int count = Math.min(samples, inputs.size());
        Stimulus stored = new Stimulus(inputs.subList(0, count), outputs.subList(0, count));
        SimulationOptions paused = SimulationOptions.DEFAULT.withStall(30, 1).withoutPhases();
        for (SimulationOptions options : List.of(SimulationOptions.DEFAULT, paused)) {
            SimulationResult result = compiled.run(stored, options);
            assertTrue(result.passed(), () -> name + ", " + options + ": " + result.log());
        }
    }

    private RtlDesign design(String name) {
        Network network = new TfliteReader(note -> {}).read(Models.file(name));
        return RtlDesign.write(network, Boards.find("zedboard").orElseThrow(), folder);
    }
}
