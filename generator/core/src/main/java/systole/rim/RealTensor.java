package systole.rim;

import java.util.List;

/**
 * Real numbers in single precision.
 *
 * @param dims with the batch of 1
 * @param values row-major
 */
public record RealTensor(List<Integer> dims, float[] values) {
    public RealTensor {
        dims = List.copyOf(dims);
        int size = dims.stream().reduce(1, (a, b) -> a * b);
        if (size != values.length) {
            throw new IllegalArgumentException("a tensor " + dims + " has " + size + " values, not " + values.length);
        }
    }

    /** The same numbers with other dimensions. */
    public RealTensor shaped(List<Integer> other) {
        return new RealTensor(other, values);
    }

    /** The distances between neighbours of each dimension. */
    int[] strides() {
        int[] strides = new int[dims.size()];
        int stride = 1;
        for (int d = dims.size() - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= dims.get(d);
        }
        return strides;
    }
}
