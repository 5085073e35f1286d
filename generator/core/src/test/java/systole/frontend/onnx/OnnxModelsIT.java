package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.rtl.RtlCheck;
import systole.rtl.RtlDesign;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator.CompiledDesign;
import systole.tool.Stimulus;

/** The hardware of ONNX models. */
class OnnxModelsIT {
    @TempDir
    Path folder;

    static Stream<String> names() {
        return TypicalModels.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void equalsTheGoldenModel(String name) {
        byte[] file = TypicalModels.ALL.get(name).apply(new Chance(name.hashCode()));
        OnnxModel model = new OnnxReader(note -> {}).read(file, name, name);
        assertEquals(List.of(), RtlCheck.problems(model.network(), folder, 1, List.of(RtlCheck.VERILATOR)));
    }

    @Test
    void givesTheStoredOutputs() {
        check("miniMobileNet");
    }

    @Test
    @Tag("soak")
    void soDoesALargerOne() {
        check("KeywordSpotting");
    }

    private void check(String name) {
        OnnxModel model = new OnnxReader(note -> {}).read(DeeployTest.file(name, "network.onnx"));
        int[] input = DeeployTest.only(DeeployTest.file(name, "inputs.npz"));
        int[] output = DeeployTest.only(DeeployTest.file(name, "outputs.npz"));
        Stimulus stored = new Stimulus(
                List.of(model.in().port().layout().toStream(input)),
                List.of(model.out().port().layout().toStream(output)));
        RtlDesign design = RtlDesign.write(model.network(), folder);
        CompiledDesign compiled = RtlCheck.LONG_RUN.compile(design.folder(), false);
        SimulationOptions paused = SimulationOptions.DEFAULT.withStall(30, 1).withoutPhases();
        for (SimulationOptions options : List.of(SimulationOptions.DEFAULT, paused)) {
            SimulationResult result = compiled.run(stored, options);
            assertTrue(result.passed(), () -> name + ", " + options + ": " + result.log());
        }
    }
}
