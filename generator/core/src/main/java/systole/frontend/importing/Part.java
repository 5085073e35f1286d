package systole.frontend.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import systole.layer.reverse.Reverse;
import systole.layer.slice.Slice;
import systole.layer.support.Axis;
import systole.network.Layer;
import systole.network.Shape;
import systole.network.Span;

/**
 * The positions of a dimension that a slice takes.
 *
 * @param size all positions
 * @param first the one that comes out first
 * @param step to the next one, not 0; negative if they come out in falling order
 * @param count the number of them, at least 0
 */
public record Part(int size, int first, int step, int count) {
    /** All positions. */
    public static Part all(int size) {
        return new Part(size, 0, 1, size);
    }

    /**
     * The positions from a begin to an end that is not included, as NumPy, ONNX and TensorFlow take them: both count from the
     * end if they are negative, and are limited to the dimension.
     *
     * @param begin empty for the first position, in the direction of the step
     * @param end empty for behind the last position
     * @param step not 0
     */
    public static Part of(int size, Optional<Long> begin, Optional<Long> end, long step) {
        boolean up = step > 0;
        long first = begin.map(b -> within(b, size, up)).orElse(up ? 0L : size - 1L);
        long behind = end.map(e -> within(e, size, up)).orElse(up ? size : -1L);
        long distance = up ? behind - first : first - behind;
        long stride = Math.min(Math.abs(step), size + 1L);
        int count = (int) Math.max(0, (distance + stride - 1) / stride);
        return new Part(size, (int) first, (int) (up ? stride : -stride), count);
    }

    private static long within(long index, int size, boolean up) {
        long counted = index < 0 ? index + size : index;
        return Math.max(up ? 0 : -1, Math.min(up ? size : size - 1, counted));
    }

    /** True if every position comes out at its place. */
    public boolean isAll() {
        return count == size && (step == 1 || size == 1);
    }

    private Optional<Span> span() {
        if (isAll() || (count == size && step == -1)) {
            return Optional.empty();
        }
        int lowest = step > 0 || count == 1 ? first : first + (count - 1) * step;
        return Optional.of(new Span(lowest, count, count == 1 ? 1 : Math.abs(step)));
    }

    private boolean falls() {
        return step < 0 && count > 1;
    }

    /**
     * The layers that take a part of each dimension of a tensor. Each part has at least one position.
     *
     * @param parts for height, width and channels
     */
    public static List<Layer> layers(List<Part> parts) {
        List<Layer> layers = new ArrayList<>();
        Slice slice =
                new Slice(parts.get(0).span(), parts.get(1).span(), parts.get(2).span());
        if (!slice.equals(Slice.slice().get())) {
            layers.add(slice);
        }
        List<Axis> axes = List.of(Axis.HEIGHT, Axis.WIDTH, Axis.CHANNELS);
        for (int i = 0; i < axes.size(); i++) {
            if (parts.get(i).falls()) {
                layers.add(new Reverse(axes.get(i)));
            }
        }
        return layers;
    }

    /** The parts that take all of a tensor: for height, width and channels. */
    public static List<Part> all(Shape shape) {
        return List.of(all(shape.height()), all(shape.width()), all(shape.channels()));
    }
}
