package systole.tflite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.board.Boards;
import systole.network.Network;
import systole.rtl.RtlCheck;
import systole.rtl.RtlDesign;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator.CompiledDesign;
import systole.tool.Stimulus;

/** The hardware of whole models, softmax included, gives what the reference kernels gave. */
class ModelsIT {
    private static final int KEYWORDS = 100;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "hello_world_int8, 48",
        "kws_ref_model, 16",
        "pretrainedResnet_quant, 4",
        "ad01_int8, 48",
        "vww_96_int8, 4",
        "trained_lstm_int8, 48"
    })
    void bitExact(String name, int samples) {
        check(name, samples);
    }

    @ParameterizedTest
    @CsvSource({"kws_ref_model, 48", "pretrainedResnet_quant, 48", "vww_96_int8, 48"})
    @Tag("soak")
    void everyStoredSample(String name, int samples) {
        check(name, samples);
    }

    @Test
    void keywords() {
        Network network = new TfliteReader(note -> {}).read(Models.file("kws_ref_model"));
        List<int[]> inputs = Models.keywords().subList(0, KEYWORDS);
        RtlDesign design = design(network);
        SimulationResult result =
                RtlCheck.VERILATOR.simulate(design.folder(), design.stimulus(inputs), SimulationOptions.DEFAULT);
        assertTrue(result.passed(), result::log);
    }

    private void check(String name, int samples) {
        Network network = new TfliteReader(note -> {}).read(Models.file(name));
        List<int[]> inputs = Models.samples(name, "inputs");
        List<int[]> outputs = Models.samples(name, "outputs");
        int count = Math.min(samples, inputs.size());
        Stimulus stored = new Stimulus(inputs.subList(0, count), outputs.subList(0, count));
        RtlDesign design = design(network);
        CompiledDesign compiled = RtlCheck.VERILATOR.compile(design.folder(), false);
        for (int stall : List.of(0, 30)) {
            SimulationResult result = compiled.run(stored, SimulationOptions.DEFAULT.withStall(stall, 1));
            assertTrue(result.passed(), () -> name + " at " + stall + " % stall: " + result.log());
        }
    }

    private RtlDesign design(Network network) {
        return RtlDesign.write(network, Boards.find("zedboard").orElseThrow(), folder);
    }
}
