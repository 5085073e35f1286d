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
 * @param whole true if the numbers are integers already, as in files that declare integers as real numbers
 */
public record Head(
        List<Integer> dims, List<Step> steps, List<String> names, Quantized element, Layout layout, boolean whole) {
    public Head {
        dims = List.copyOf(dims);
        steps = List.copyOf(steps);
        names = List.copyOf(names);
    }

    /**
     * The integers of a frame, in the order of the stream.
     *
     * @throws IllegalArgumentException if the numbers should be integers of the type and are not, or are not numbers
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
            if (Float.isNaN(real) || (whole && Quantizer.real(integers[i], element) != real)) {
                throw new IllegalArgumentException(real + " is no " + element.type());
            }
        }
        return layout.toStream(integers);
    }
}
