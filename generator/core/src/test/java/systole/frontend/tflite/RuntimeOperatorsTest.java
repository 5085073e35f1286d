package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.golden.GoldenModel;

/** Random models of one operator against the reference runtime: shapes, strides, paddings, scales and zero points. */
@Tag("slow")
class RuntimeOperatorsTest {
    static final int CASES = 250;
    private static final int MANY = 5000;
    private static final int FRAMES = 3;

    static Set<String> kinds() {
        return OperatorCases.ALL.keySet();
    }

    @BeforeAll
    static void needsTheRuntime() {
        ReferenceRuntime.assume();
    }

    @Test
    void everyKindHasCases() {
        assertEquals(new TreeSet<>(OperatorKinds.TABLE.names()), kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void equal(String kind) {
        compare(kind, CASES);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Tag("soak")
    void equalInManyMore(String kind) {
        compare(kind, MANY);
    }

    private static void compare(String kind, int cases) {
        compare(kind, OperatorCases.ALL.get(kind), false, cases);
    }

    static Set<String> wideKinds() {
        return Int16Kernels.NAMES;
    }

    @ParameterizedTest
    @MethodSource("wideKinds")
    void equalOfInt16(String kind) {
        compare(kind, OperatorCases.ALL.get(kind), true, CASES);
    }

    @ParameterizedTest
    @MethodSource("wideKinds")
    @Tag("soak")
    void equalOfInt16InManyMore(String kind) {
        compare(kind, OperatorCases.ALL.get(kind), true, MANY);
    }

    static Set<String> networks() {
        return TypicalModels.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void typicalNetworks(String name) {
        compare(name, TypicalModels.ALL.get(name), false, CASES);
    }

    private static void compare(String kind, ToIntFunction<RandomModel> model, boolean wide, int cases) {
        for (int i = 0; i < cases; i++) {
            long seed = 1000L * kind.hashCode() + i;
            RandomModel random = new RandomModel(seed, wide);
            int output = model.applyAsInt(random);
            byte[] file = random.write(output);
            GoldenModel golden =
                    Models.golden(new TfliteReader(note -> {}).read(file, "model", kind + ", seed " + seed));
            try (ReferenceRuntime runtime = new ReferenceRuntime(file)) {
                for (int f = 0; f < FRAMES; f++) {
                    int[] frame = random.frame();
                    runtime.run(frame);
                    golden.reset();
                    assertArrayEquals(runtime.tensor(output), golden.run(frame), () -> kind + ", seed " + seed);
                }
            }
        }
    }
}
