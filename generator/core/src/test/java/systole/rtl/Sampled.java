package systole.rtl;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import systole.catalog.StandardCatalog;
import systole.golden.Golden;
import systole.network.Layer;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * A tensor's type, and what it holds in some frames.
 *
 * @param frames one array a frame
 */
record Sampled(TensorType type, List<int[]> frames) {
    private static final int FRAMES = 6;

    /** Frames of a network's input. */
    static Sampled of(TensorType type, IntFunction<int[]> frame) {
        return new Sampled(type, IntStream.range(0, FRAMES).mapToObj(frame).toList());
    }

    /** What a layer makes of its inputs. */
    static <L extends Layer> Sampled of(L layer, List<Sampled> inputs, TensorType output) {
        List<TensorType> types = inputs.stream().map(Sampled::type).toList();
        Golden.Kernel kernel = StandardCatalog.CATALOG.of(layer).golden().prepare(layer, types, output);
        return of(output, i -> {
            int[] out = new int[output.shape().elements()];
            kernel.run(inputs.stream().map(s -> s.frames.get(i)).toList(), out);
            return out;
        });
    }

    Shape shape() {
        return type.shape();
    }

    private IntStream values() {
        return frames.stream().flatMapToInt(Arrays::stream);
    }

    /** Mean of the elements less their zero point. */
    double mean() {
        return values().average().orElseThrow() - type.element().zero();
    }

    /** Standard deviation of the elements. */
    double deviation() {
        double mean = values().average().orElseThrow();
        return Math.sqrt(
                values().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    /** How often the most common element occurs, 0 to 1. */
    double monotony() {
        long most = values().boxed().collect(Collectors.groupingBy(v -> v, Collectors.counting())).values().stream()
                .mapToLong(n -> n)
                .max()
                .orElseThrow();
        return most / (double) values().count();
    }
}
