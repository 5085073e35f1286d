package systole.op;

import java.util.List;
import systole.network.Layout;
import systole.network.Layout.Axis;

/**
 * Each element of a frame once, in another order. The frame consists of blocks, whose elements stay together.
 *
 * @param blocks blocks of a frame
 * @param first the position in its block of the element that comes out first
 * @param axes the order of a block's elements, from the slowest index to the fastest: the position of an element is the sum
 *     of {@code first} and of all indices times their strides, which may be negative
 */
public record Permutation(int blocks, int first, List<Axis> axes) implements RearrangeOp.Arrangement {
    public Permutation {
        axes = List.copyOf(axes);
    }

    /** The order that has its elements at these positions; no two indices reach the same one. */
    public static Permutation of(List<Axis> axes) {
        List<Axis> inside = new Layout(axes).axes();
        int blocks = 1;
        while (!inside.isEmpty()
                && inside.get(0).stride() == block(inside) / inside.get(0).size()) {
            blocks *= inside.get(0).size();
            inside = inside.subList(1, inside.size());
        }
        int first = inside.stream()
                .filter(a -> a.stride() < 0)
                .mapToInt(a -> (1 - a.size()) * a.stride())
                .sum();
        return new Permutation(blocks, first, inside);
    }

    private static int block(List<Axis> axes) {
        return axes.stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact);
    }

    /** True if every element keeps its position. */
    public boolean isIdentity() {
        return axes.isEmpty();
    }

    /** Elements of a block. */
    public int block() {
        return block(axes);
    }

    /** The number of neighbouring elements that stay together. */
    public int run() {
        Axis fastest = axes.get(axes.size() - 1);
        return fastest.stride() == 1 ? fastest.size() : 1;
    }

    /** The position in its block of the element that comes out at an index. */
    public int position(int index) {
        int rest = index;
        int position = first;
        for (int i = axes.size() - 1; i >= 0; i--) {
            position += rest % axes.get(i).size() * axes.get(i).stride();
            rest /= axes.get(i).size();
        }
        return position;
    }
}
