package systole.layer;

import java.util.List;
import java.util.Random;
import systole.catalog.StandardCatalog;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/** What tests of layers do over and over. */
public final class Kinds {
    private Kinds() {}

    public static TensorType type(Quantized element, Integer... dims) {
        return new TensorType(Shape.of(dims), element);
    }

    /** What a layer complains about. */
    public static List<String> problems(Layer layer, TensorType... inputs) {
        Problems problems = new Problems();
        layer.infer(List.of(inputs), SourceRef.NONE, problems);
        return problems.list().stream().map(Diagnostic::message).toList();
    }

    /** The output type of a layer that has nothing to complain about. */
    public static TensorType infer(Layer layer, TensorType... inputs) {
        Problems problems = new Problems();
        TensorType output = layer.infer(List.of(inputs), SourceRef.NONE, problems);
        problems.throwIfAny();
        return output;
    }

    /** One frame through the golden kernel; the output buffer starts dirty. */
    public static <L extends Layer> int[] run(L layer, List<TensorType> inputs, List<int[]> frame) {
        TensorType output = infer(layer, inputs.toArray(TensorType[]::new));
        int[] out = new Random(1).ints(output.shape().elements()).toArray();
        StandardCatalog.CATALOG
                .of(layer)
                .golden()
                .prepare(layer, inputs, output)
                .run(frame, out);
        return out;
    }

    public static int[] run(Layer layer, TensorType input, int... frame) {
        return run(layer, List.of(input), List.of(frame));
    }

    /** Random elements of a type, the extremes among them. */
    public static int[] values(Random random, IntType type, int count) {
        return random.ints(count, type.min() - 1, type.max() + 2)
                .map(type::clamp)
                .toArray();
    }

    public static int[] frame(Random random, TensorType type) {
        return values(random, type.type(), type.shape().elements());
    }

    public static IntTensor tensor(Random random, IntType type, Integer... dims) {
        int size = List.of(dims).stream().reduce(1, (a, b) -> a * b);
        return new IntTensor(List.of(dims), values(random, type, size));
    }

    /** A quantization with any zero point. */
    public static Quantized quantized(Random random, IntType type, double scale) {
        return new Quantized(type, scale, values(random, type, 1)[0]);
    }
}
