package systole.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A constant tensor of 32-bit integers of any rank, row-major; a value, compared by its content. */
public final class IntTensor {
    private final List<Integer> dims;
    private final int[] data;

    /** Copies {@code data}, whose length must be the product of {@code dims}. */
    public IntTensor(List<Integer> dims, int[] data) {
        this.dims = List.copyOf(dims);
        this.data = data.clone();
        if (this.dims.stream().mapToLong(d -> d).reduce(1, (a, b) -> a * b) != data.length) {
            throw new IllegalArgumentException(data.length + " values do not fill " + dims);
        }
    }

    /** A vector. */
    public static IntTensor vector(int... data) {
        return new IntTensor(List.of(data.length), data);
    }

    public List<Integer> dims() {
        return dims;
    }

    public int dim(int axis) {
        return dims.get(axis);
    }

    public int rank() {
        return dims.size();
    }

    public int size() {
        return data.length;
    }

    /** The element at a row-major position. */
    public int get(int index) {
        return data[index];
    }

    public int[] toArray() {
        return data.clone();
    }

    public IntStream stream() {
        return Arrays.stream(data);
    }

    public IntTensor reshaped(List<Integer> other) {
        return new IntTensor(other, data);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntTensor t && dims.equals(t.dims) && Arrays.equals(data, t.data);
    }

    @Override
    public int hashCode() {
        return 31 * dims.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return size() <= 16 ? Arrays.toString(data) : "IntTensor" + dims;
    }
}
