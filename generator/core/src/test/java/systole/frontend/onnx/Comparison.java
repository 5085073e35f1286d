package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import java.util.stream.LongStream;
import systole.catalog.StandardCatalog;
import systole.golden.GoldenModel;
import systole.network.IntType;

/** A model read by Systole and run by its golden model, against the same one run by ONNX Runtime. */
final class Comparison {
    /** Random models of each kind of operator; {@code make soak} takes more. */
    static final int CASES = Integer.getInteger("systole.cases", 60);

    private Comparison() {}

    /** Compares frames of random elements, the first one being all possible values in turn. */
    static void equal(String what, byte[] file, Random random, int frames) {
        equal(what, file, random, frames, true);
    }

    /** The same with the runtime's default options, which turn pairs of quantizers of int8 into uint8. */
    static void equalByDefault(String what, byte[] file, Random random, int frames) {
        equal(what, file, random, frames, false);
    }

    private static void equal(String what, byte[] file, Random random, int frames, boolean int8) {
        OnnxModel model = new OnnxReader(note -> {}).read(file, "m", what);
        GoldenModel golden = new GoldenModel(
                model.network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
        IntType type = model.network().inputType().type();
        long[] dims = LongStream.concat(
                        LongStream.of(1), model.input().dims().stream().mapToLong(Integer::longValue))
                .toArray();
        int size = model.network().inputType().shape().elements();
        try (OnnxRuntime runtime = new OnnxRuntime(file, int8, type.signed())) {
            for (int i = 0; i < frames; i++) {
                int[] frame = random.ints(size, type.min(), type.max() + 1).toArray();
                for (int j = 0; j < size && i == 0; j++) {
                    frame[j] = type.min() + j % (type.max() - type.min() + 1);
                }
                int[] expected = runtime.run(
                        frame,
                        dims,
                        model.network().inputType().element(),
                        model.network().outputType().element());
                int[] actual = model.output()
                        .layout()
                        .fromStream(golden.run(model.input().layout().toStream(frame)));
                assertArrayEquals(expected, actual, what);
            }
        }
    }
}
