package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.network.Network;
import systole.rtl.RtlCheck;
import systole.tool.Simulator;

/** The hardware of random models of one operator computes what the golden model does, which equals the runtime. */
class OperatorsIT {
    private static final int MANY = 40;

    @TempDir
    Path folder;

    static Set<String> kinds() {
        return OperatorCases.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hardwareEqualsGolden(String kind) {
        check(kind, OperatorCases.ALL.get(kind), false, 0, RtlCheck.ICARUS);
    }

    static Set<String> wideKinds() {
        return Int16Kernels.NAMES;
    }

    @ParameterizedTest
    @MethodSource("wideKinds")
    void hardwareOfInt16EqualsGolden(String kind) {
        check(kind, OperatorCases.ALL.get(kind), true, 0, RtlCheck.ICARUS);
    }

    static Set<String> networks() {
        return TypicalModels.ALL.keySet();
    }

    /** Too large to be interpreted. */
    @ParameterizedTest
    @MethodSource("networks")
    void typicalNetworks(String name) {
        check(name, TypicalModels.ALL.get(name), false, 0, RtlCheck.VERILATOR);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Tag("soak")
    void manyMore(String kind) {
        for (int i = 1; i < MANY; i++) {
            check(kind, OperatorCases.ALL.get(kind), false, i, RtlCheck.ICARUS);
        }
    }

    @ParameterizedTest
    @MethodSource("wideKinds")
    @Tag("soak")
    void manyMoreOfInt16(String kind) {
        for (int i = 1; i < MANY; i++) {
            check(kind, OperatorCases.ALL.get(kind), true, i, RtlCheck.ICARUS);
        }
    }

    private void check(String kind, ToIntFunction<RandomModel> model, boolean wide, int number, Simulator simulator) {
        long seed = 77L * kind.hashCode() + number;
        RandomModel random = new RandomModel(seed, wide);
        byte[] file = random.write(model.applyAsInt(random));
        Network network = new TfliteReader(note -> {}).read(file, "model", kind);
        Path design = folder.resolve(String.valueOf(number));
        assertEquals(
                List.of(),
                RtlCheck.problems(network, design, number, List.of(simulator)),
                () -> kind + ", seed " + seed);
    }
}
