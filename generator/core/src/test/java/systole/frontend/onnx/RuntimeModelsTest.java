package systole.frontend.onnx;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole models against ONNX Runtime. */
@Tag("slow")
class RuntimeModelsTest {
    private static final int CASES = 30;

    static Stream<String> names() {
        return TypicalModels.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void equalTheRuntime(String name) {
        Chance chance = new Chance(name.hashCode());
        for (int i = 0; i < CASES; i++) {
            Comparison.equal(name + " " + i, TypicalModels.ALL.get(name).apply(chance), chance.random(), 4);
        }
    }
}
