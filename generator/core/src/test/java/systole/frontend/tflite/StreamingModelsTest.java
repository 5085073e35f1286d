package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.diagnostic.SourceRef;
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
    void filtersOverTime() {
        for (int seed = 0; seed < 240; seed++) {
            int number = seed;
            check(seed, m -> SvdfCases.svdf(m, 2 + number % 6), 12);
        }
    }

    @Test
    void manyFrames() {
        check(7, StreamingModels::mixedNet, STEPS);
        for (int seed = 1000; seed < 1006; seed++) {
            check(seed, StreamingModels::wakeWord, STEPS);
        }
    }

    /** Every tensor is equal in a number of frames, after which a reset starts anew, for some more. */
    private static void check(long seed, ToIntFunction<RandomModel> composer, int frames) {
        RandomModel m = new RandomModel(seed);
        byte[] file = m.write(composer.applyAsInt(m));
        Network network = new TfliteReader(note -> {}).read(file, "m", "seed " + seed);
        assertTrue(network.stateful(), () -> "seed " + seed);
        GoldenModel golden = Models.golden(network);
        Map<String, Integer> tensors = tensors(file, network);
        assertFalse(tensors.isEmpty(), () -> "seed " + seed);
        for (int count : new int[] {frames, (frames + 3) / 4}) {
            golden.reset();
            try (ReferenceRuntime runtime = new ReferenceRuntime(file)) {
                for (int i = 0; i < count; i++) {
                    int[] frame = m.frame();
                    int number = i;
                    runtime.resume(frame);
                    assertArrayEquals(runtime.output(), golden.run(frame), () -> "seed " + seed + ", frame " + number);
                    tensors.forEach((layer, tensor) -> assertArrayEquals(
                            runtime.tensor(tensor),
                            golden.tensor(layer),
                            () -> "seed " + seed + ", frame " + number + ", " + layer));
                }
            }
        }
    }

    /** The tensor that each layer makes which has the name of an operator. */
    private static Map<String, Integer> tensors(byte[] file, Network network) {
        Map<String, Integer> tensors = new HashMap<>();
        for (FileOperator operator : new ModelDecoder(
                        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), SourceRef.NONE)
                .decode()
                .operators()) {
            OperatorKinds.find(operator)
                    .map(kind -> kind.name() + operator.index())
                    .filter(network.types()::containsKey)
                    .ifPresent(layer -> tensors.put(layer, operator.outputs().get(0)));
        }
        return tensors;
    }
}
