package systole.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The positions of a tensor's elements in a stream. The tensor is row-major, as its author wrote it. Its shape does not
 * matter, so reshaping does not change the layout. Two layouts with the same positions are equal.
 *
 * @param axes from the slowest to the fastest index of the author's order
 */
public record Layout(List<Axis> axes) {
    /**
     * An index that moves through the stream with a stride of its own.
     *
     * @param size the number of its values
     * @param stride elements of the stream between two neighbouring values
     */
    public record Axis(int size, int stride) {}

    public Layout {
        axes = joined(axes);
    }

    /** The layout in which the author's order is that of the stream. */
    public static Layout rowMajor(List<Integer> dims) {
        return of(dims, IntStream.range(0, dims.size()).boxed().toList());
    }

    /** The layout in which dimension 1, the channels, is the fastest in the stream. The others keep their order. */
    public static Layout channelsLast(List<Integer> dims) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, dims.size()).boxed().toList());
        if (dims.size() > 2) {
            order.add(order.remove(1));
        }
        return of(dims, order);
    }

    /** @param order the dimensions, from the slowest of the stream to the fastest */
    private static Layout of(List<Integer> dims, List<Integer> order) {
        Axis[] axes = new Axis[dims.size()];
        int stride = 1;
        for (int i = order.size() - 1; i >= 0; i--) {
            int dim = order.get(i);
            axes[dim] = new Axis(dims.get(dim), stride);
            stride *= dims.get(dim);
        }
        return new Layout(List.of(axes));
    }

    private static List<Axis> joined(List<Axis> axes) {
        List<Axis> joined = new ArrayList<>();
        for (Axis axis : axes) {
            Optional<Axis> outer = joined.isEmpty() ? Optional.empty() : Optional.of(joined.get(joined.size() - 1));
            if (outer.isPresent() && axis.size() > 1 && outer.get().stride() == axis.size() * axis.stride()) {
                joined.set(joined.size() - 1, new Axis(outer.get().size() * axis.size(), axis.stride()));
            } else if (axis.size() > 1) {
                joined.add(axis);
            }
        }
        return List.copyOf(joined);
    }

    /** The number of elements. */
    public int elements() {
        return axes.stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact);
    }

    /** True if the author's order is that of the stream. */
    public boolean isRowMajor() {
        return axes.isEmpty() || (axes.size() == 1 && axes.get(0).stride() == 1);
    }

    /** The position of an element in the stream. Both are counted from 0. */
    public int position(int index) {
        int rest = index;
        int position = 0;
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis axis = axes.get(i);
            position += rest % axis.size() * axis.stride();
            rest /= axis.size();
        }
        return position;
    }

    /** The author's elements in the order of the stream. */
    public int[] toStream(int[] elements) {
        int[] stream = new int[elements.length];
        for (int i = 0; i < stream.length; i++) {
            stream[position(i)] = elements[i];
        }
        return stream;
    }

    /** The stream's elements in the author's order. */
    public int[] fromStream(int[] stream) {
        int[] elements = new int[stream.length];
        for (int i = 0; i < stream.length; i++) {
            elements[i] = stream[position(i)];
        }
        return elements;
    }

    /**
     * The layout after the author's dimensions change places. The stream does not change.
     *
     * @param dims the dimensions of the tensor before
     * @param permutation dimension {@code i} of the result is dimension {@code permutation[i]} of the tensor
     * @return empty if a dimension mixes elements that lie apart
     */
    public Optional<Layout> transposed(List<Integer> dims, List<Integer> permutation) {
        List<Axis> left = new ArrayList<>(axes);
        List<List<Axis>> byDimension = new ArrayList<>();
        for (int d = dims.size() - 1; d >= 0; d--) {
            Optional<List<Axis>> own = take(dims.get(d), left);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            byDimension.add(own.get());
        }
        Collections.reverse(byDimension);
        return Optional.of(new Layout(
                permutation.stream().flatMap(d -> byDimension.get(d).stream()).toList()));
    }

    /** Removes the fastest axes that make up a dimension. Splits an axis if needed. */
    private static Optional<List<Axis>> take(int size, List<Axis> left) {
        List<Axis> taken = new ArrayList<>();
        int missing = size;
        while (missing > 1 && !left.isEmpty()) {
            Axis axis = left.remove(left.size() - 1);
            int part = Math.min(missing, axis.size());
            if (missing % part != 0 || axis.size() % part != 0) {
                return Optional.empty();
            }
            if (part < axis.size()) {
                left.add(new Axis(axis.size() / part, axis.stride() * part));
            }
            taken.add(0, new Axis(part, axis.stride()));
            missing /= part;
        }
        return missing == 1 ? Optional.of(taken) : Optional.empty();
    }
}
