package systole.network;

import java.util.List;

/**
 * A tensor's shape without the batch dimension: {@code [C]}, {@code [L, C]} or {@code [H, W, C]}, channels last.
 *
 * <p>Every shape can be seen as H x W x C, missing leading dimensions being 1. Elements stream in this order, channels
 * fastest.
 */
public record Shape(List<Integer> dims) {
    /** The largest number of elements in one tensor. A larger tensor is refused. */
    public static final long MAX_ELEMENTS = 1L << 26;

    public Shape {
        dims = List.copyOf(dims);
        if (dims.isEmpty() || dims.size() > 3 || dims.stream().anyMatch(d -> d < 1)) {
            throw new IllegalArgumentException("a shape has one to three dimensions of at least 1, not " + dims);
        }
        if (dims.stream().mapToDouble(d -> d).reduce(1, (a, b) -> a * b) > MAX_ELEMENTS) {
            throw new IllegalArgumentException("a tensor has at most " + MAX_ELEMENTS + " elements, not " + dims);
        }
    }

    public static Shape of(Integer... dims) {
        return new Shape(List.of(dims));
    }

    public int rank() {
        return dims.size();
    }

    public int height() {
        return rank() == 3 ? dims.get(0) : 1;
    }

    public int width() {
        return rank() >= 2 ? dims.get(rank() - 2) : 1;
    }

    public int channels() {
        return dims.get(rank() - 1);
    }

    /** H x W. */
    public int pixels() {
        return height() * width();
    }

    public int elements() {
        return pixels() * channels();
    }

    /** A shape of the same rank with another height, width and number of channels. Absent dimensions must stay 1. */
    public Shape with(int height, int width, int channels) {
        return switch (rank()) {
            case 1 -> Shape.of(channels);
            case 2 -> Shape.of(width, channels);
            default -> Shape.of(height, width, channels);
        };
    }

    @Override
    public String toString() {
        return dims.toString();
    }
}
