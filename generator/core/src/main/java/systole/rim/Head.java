package systole.rim;

import java.util.List;
import systole.network.Layout;
import systole.network.Quantized;

/**
 * What a model does to a frame of real numbers before it becomes integers.
 *
 * @param dims of a frame in the file, with the batch of 1
 * @param names of the steps' operators in the file, for people
 * @param element of the integers
 * @param layout the positions in the stream of the elements behind the last step
 * @param exact true if no number is rounded: in files that declare integers as real numbers, and where the runtime joins
 *     the first quantizer with another one and rounds in a different way
 */
public record Head(
        List<Integer> dims, List<Step> steps, List<String> names, Quantized element, Layout layout, boolean exact) {
    public Head {
        dims = List.copyOf(dims);
        steps = List.copyOf(steps);
        names = List.copyOf(names);
    }

    /**
     * The integers of a frame, in the order of the stream.
     *
     * @throws IllegalArgumentException if a number is none, or would be rounded and may not be
     */
    public int[] integers(float[] frame) {
        RealTensor tensor = new RealTensor(dims, frame);
        for (Step step : steps) {
            tensor = step.apply(tensor);
        }
        int[] integers = new int[tensor.values().length];
        for (int i = 0; i < integers.length; i++) {
            float real = tensor.values()[i];
            integers[i] = Quantizer.integer(real, element);
            if (Float.isNaN(real) || (exact && Quantizer.real(integers[i], element) != real)) {
                throw new IllegalArgumentException(real + " is not one of the numbers for which " + element.type()
                        + " stands, " + (float) element.scale() + " * (q - " + element.zero() + ")");
            }
        }
        return layout.toStream(integers);
    }
}
