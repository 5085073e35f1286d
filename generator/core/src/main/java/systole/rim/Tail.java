package systole.rim;

import java.util.List;
import systole.network.Layout;
import systole.network.Quantized;

/**
 * What a model does to its results behind the integers.
 *
 * @param dims of the integers in the file, with the batch of 1
 * @param names of the steps' operators in the file, for people
 * @param element of the integers
 * @param layout the positions of the file's elements in the stream
 * @param precision the least difference between two results of the last step, if this quantizes them; otherwise 0
 */
public record Tail(
        List<Integer> dims, List<Step> steps, List<String> names, Quantized element, Layout layout, double precision) {
    /** Runtimes compute exponential functions with polynomials of their own. */
    private static final double TOLERANCE = 1e-5;

    public Tail {
        dims = List.copyOf(dims);
        steps = List.copyOf(steps);
        names = List.copyOf(names);
    }

    /** The results of a frame as the file has them, from its integers in the order of the stream. */
    public RealTensor reals(int[] stream) {
        int[] integers = layout.fromStream(stream);
        float[] reals = new float[integers.length];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = Quantizer.real(integers[i], element);
        }
        RealTensor tensor = new RealTensor(dims, reals);
        for (Step step : steps) {
            tensor = step.apply(tensor);
        }
        return tensor;
    }

    /** True if a result is that of another source, up to the roundings of single precision. */
    public boolean isNear(float expected, float own) {
        double difference = Math.abs((double) expected - own);
        return difference <= TOLERANCE * Math.max(1, Math.abs(expected)) + precision * (1 + TOLERANCE)
                || expected == own;
    }
}
