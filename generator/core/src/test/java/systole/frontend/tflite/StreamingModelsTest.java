package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.golden.GoldenModel;
import systole.network.Network;

/** Models with variables against the reference runtime, over frames in a row. */
@Tag("slow")
class StreamingModelsTest {
    static final int MODELS = 240;
    private static final int STEPS = 500;

    @BeforeAll
    static void needsTheRuntime() {
        ReferenceRuntime.assume();
    }

    @Test
    void everyFormOfTheOperators() {
        for (int seed = 0; seed < MODELS; seed++) {
            check(seed, HistoryCases::history, 9);
        }
    }

    @Test
    void wholeModels() {
        for (int seed = 0; seed < MODELS; seed++) {
            check(seed, StreamingModels::wakeWord, 25);
        }
    }

    @Test
    void manyFrames() {
        check(7, StreamingModels::mixedNet, STEPS);
        for (int seed = 1000; seed < 1006; seed++) {
            check(seed, StreamingModels::wakeWord, STEPS);
        }
    }

    /** Equal in a number of frames, after which a reset starts anew, for some more. */
    private static void check(long seed, ToIntFunction<RandomModel> composer, int frames) {
        RandomModel m = new RandomModel(seed);
        int output = composer.applyAsInt(m);
        byte[] file = m.write(output);
        Network network = new TfliteReader(note -> {}).read(file, "m", "seed " + seed);
        assertTrue(network.stateful(), () -> "seed " + seed);
        GoldenModel golden = Models.golden(network);
        for (int count : new int[] {frames, (frames + 3) / 4}) {
            golden.reset();
            try (ReferenceRuntime runtime = new ReferenceRuntime(file)) {
                for (int i = 0; i < count; i++) {
                    int[] frame = m.frame();
                    int number = i;
                    runtime.resume(frame);
                    assertArrayEquals(runtime.output(), golden.run(frame), () -> "seed " + seed + ", frame " + number);
                }
            }
        }
    }
}
