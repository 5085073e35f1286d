package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import systole.layer.transpose.Transpose;
import systole.network.Layout;
import systole.network.Shape;

/**
 * Puts the elements of a stream into another order, for operators that need one. Up to here, changes of the order are only
 * written down in layouts.
 */
final class Rearranged {
    private Rearranged() {}

    /**
     * The transpositions that lead from one layout to another: none if the layouts are equal, one if their axes divide each
     * other, and two by way of the author's order otherwise.
     *
     * @param shape of the result
     */
    static List<Transpose> layers(Layout from, Layout to, Shape shape) {
        if (from.equals(to)) {
            return List.of();
        }
        Optional<Transpose> direct = direct(from, to, shape);
        if (direct.isPresent()) {
            return List.of(direct.get());
        }
        Layout author = Layout.rowMajor(List.of(from.elements()));
        return List.of(
                direct(from, author, Shape.of(from.elements())).orElseThrow(),
                direct(author, to, shape).orElseThrow());
    }

    private static Optional<Transpose> direct(Layout from, Layout to, Shape shape) {
        TreeSet<Integer> cuts = new TreeSet<>(cuts(from));
        cuts.addAll(cuts(to));
        List<Integer> ends = List.copyOf(cuts);
        List<Integer> sizes = new ArrayList<>();
        for (int i = ends.size() - 1; i > 0; i--) {
            if (ends.get(i) % ends.get(i - 1) != 0) {
                return Optional.empty();
            }
            sizes.add(ends.get(i) / ends.get(i - 1));
        }
        List<Integer> before = order(sizes, from);
        List<Integer> after = order(sizes, to);
        return Optional.of(new Transpose(
                before.stream().map(sizes::get).toList(),
                after.stream().map(before::indexOf).toList(),
                Optional.of(shape)));
    }

    /** The numbers of elements, from the fastest of the author's order on, behind which an axis ends. */
    private static List<Integer> cuts(Layout layout) {
        List<Integer> cuts = new ArrayList<>(List.of(1));
        int elements = 1;
        for (int i = layout.axes().size() - 1; i >= 0; i--) {
            elements *= layout.axes().get(i).size();
            cuts.add(elements);
        }
        return cuts;
    }

    /** The dimensions of the author's order, from the slowest of the stream to the fastest. */
    private static List<Integer> order(List<Integer> sizes, Layout layout) {
        int[] strides = new int[sizes.size()];
        int stride = 1;
        for (int i = sizes.size() - 1; i >= 0; i--) {
            strides[i] = layout.position(stride);
            stride *= sizes.get(i);
        }
        return IntStream.range(0, sizes.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -strides[i]))
                .toList();
    }
}
