package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import systole.catalog.StandardCatalog;
import systole.golden.GoldenModel;
import systole.network.Bundle;
import systole.network.IntType;
import systole.network.TensorType;

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
        Bundle input = model.network().input();
        Bundle output = model.network().output();
        try (OnnxRuntime runtime =
                new OnnxRuntime(file, int8, input.types().get(0).type().signed())) {
            for (int i = 0; i < frames; i++) {
                boolean counts = i == 0;
                List<int[]> sent = input.types().stream()
                        .map(type -> frame(type, random, counts))
                        .toList();
                List<int[]> expected = runtime.run(model.in(), model.out(), sent);
                List<int[]> streams = IntStream.range(0, input.count())
                        .mapToObj(t -> model.inputs().get(t).layout().toStream(sent.get(t)))
                        .toList();
                List<int[]> results = output.split(golden.run(input.joined(streams)));
                for (int t = 0; t < output.count(); t++) {
                    int[] actual = model.outputs().get(t).layout().fromStream(results.get(t));
                    assertArrayEquals(expected.get(t), actual, what + ", output " + t);
                }
            }
        }
    }

    private static int[] frame(TensorType tensor, Random random, boolean counts) {
        IntType type = tensor.type();
        int size = tensor.shape().elements();
        int values = type.max() - type.min() + 1;
        int[] frame = random.ints(size, type.min(), type.max() + 1).toArray();
        return counts
                ? IntStream.range(0, size).map(i -> type.min() + i % values).toArray()
                : frame;
    }
}
