package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.network.Network;
import systole.rtl.RtlCheck;
import systole.rtl.RtlDesign;
import systole.target.board.Boards;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator.CompiledDesign;
import systole.tool.Stimulus;

/** The hardware of models with variables computes what the golden model does, which equals the runtime. */
class StreamingModelsIT {
    private static final int FRAMES = 500;

    @TempDir
    Path folder;

    private static final long MODELS = Long.getLong("systole.streaming", 2);
    private static final long FIRST = Long.getLong("systole.seed", 0);

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + MODELS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFormOfTheOperators(long seed) {
        Network network = network(new RandomModel(seed), HistoryCases::history);
        assertEquals(
                List.of(), RtlCheck.problems(network, folder, seed, List.of(RtlCheck.ICARUS)), () -> "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hardwareEqualsGolden(long seed) {
        Network network = network(new RandomModel(seed), StreamingModels::wakeWord);
        assertEquals(
                List.of(), RtlCheck.problems(network, folder, seed, List.of(RtlCheck.ICARUS)), () -> "seed " + seed);
    }

    /** Frames in a row, with a fresh state now and then, which need not be the first of the frames. */
    @Test
    void manyFrames() {
        RandomModel m = new RandomModel(7);
        Network network = network(m, StreamingModels::mixedNet);
        RtlDesign design = RtlDesign.write(network, Boards.find("arty-a7-35t").orElseThrow(), folder);
        List<int[]> frames = Stream.generate(m::frame).limit(FRAMES).toList();
        Random random = new Random(1);
        List<Boolean> fresh = IntStream.range(0, FRAMES)
                .mapToObj(i -> random.nextInt(60) == 0)
                .toList();
        Stimulus stimulus = design.stimulus(frames, fresh);
        CompiledDesign compiled = RtlCheck.LONG_RUN.compile(design.folder(), false);
        SimulationOptions paused = SimulationOptions.DEFAULT.withStall(30, 1).withoutPhases();
        for (SimulationOptions options : List.of(SimulationOptions.DEFAULT, paused)) {
            SimulationResult result = compiled.run(stimulus, options);
            assertTrue(result.passed(), () -> options + ": " + result.log());
        }
    }

    private static Network network(RandomModel m, ToIntFunction<RandomModel> composer) {
        byte[] file = m.write(composer.applyAsInt(m));
        return new TfliteReader(note -> {}).read(file, "streaming", "streaming.tflite");
    }
}
