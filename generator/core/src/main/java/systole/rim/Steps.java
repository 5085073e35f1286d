package systole.rim;

import java.util.List;
import systole.network.Quantized;

/** The steps that readers of model files make. */
public final class Steps {
    private Steps() {}

    /** A function of each number. */
    @FunctionalInterface
    public interface Function {
        float of(float x);
    }

    /** A function of each number and of a constant. */
    @FunctionalInterface
    public interface Pair {
        float of(float x, float constant);
    }

    /** Each number by itself. */
    public static Step each(Function function) {
        return tensor -> {
            float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = function.of(values[i]);
            }
            return new RealTensor(tensor.dims(), values);
        };
    }

    /** Each number with the constant's at its place. The constant has the dimensions of the tensor. */
    public static Step pair(Pair pair, RealTensor constant) {
        return tensor -> {
            float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = pair.of(values[i], constant.values()[i]);
            }
            return new RealTensor(tensor.dims(), values);
        };
    }

    /** The same numbers with other dimensions. */
    public static Step shaped(List<Integer> dims) {
        return tensor -> tensor.shaped(dims);
    }

    /** Dimension i of the result is dimension {@code order[i]}. */
    public static Step transposed(List<Integer> order) {
        return tensor -> {
            int[] strides = tensor.strides();
            RealTensor result =
                    new RealTensor(order.stream().map(tensor.dims()::get).toList(), new float[tensor.values().length]);
            int[] own = result.strides();
            for (int i = 0; i < result.values().length; i++) {
                int from = 0;
                for (int d = 0; d < own.length; d++) {
                    from += i / own[d] % result.dims().get(d) * strides[order.get(d)];
                }
                result.values()[i] = tensor.values()[from];
            }
            return result;
        };
    }

    /** Softmax along an axis, or its logarithm. */
    public static Step softmax(int axis, boolean logarithm) {
        return tensor -> {
            int inner = tensor.strides()[axis];
            int size = tensor.dims().get(axis);
            float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++) {
                if (i / inner % size == 0) {
                    softmax(values, i, inner, size, logarithm);
                }
            }
            return new RealTensor(tensor.dims(), values);
        };
    }

    private static void softmax(float[] values, int from, int stride, int size, boolean logarithm) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, values[from + i * stride]);
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.exp(values[from + i * stride] - largest);
        }
        for (int i = 0; i < size; i++) {
            double exponent = values[from + i * stride] - largest;
            values[from + i * stride] = (float) (logarithm ? exponent - Math.log(sum) : Math.exp(exponent) / sum);
        }
    }

    /** Quantizes and dequantizes again. */
    public static Step rounded(Quantized element) {
        return each(x -> Quantizer.real(Quantizer.integer(x, element), element));
    }
}
