package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import systole.layer.reshape.Reshape;
import systole.layer.transpose.Transpose;
import systole.network.Layer;
import systole.network.Shape;

/**
 * The dimensions over which an operator takes a mean or a sum, brought to the rows and the columns of an image. All
 * others are its channels.
 *
 * @param layers bring them there; often none
 * @param image the shape behind them
 */
record Reduction(List<Layer> layers, Shape image) {
    private static final int CHANNELS = 0;
    private static final int WIDTH = 1;
    private static final int HEIGHT = 2;

    Reduction {
        layers = List.copyOf(layers);
    }

    /** The reduction over the axes in input 1. */
    static Reduction of(TfliteOperator op) {
        Set<Integer> over = over(op);
        if (over.isEmpty()) {
            throw op.refused("a reduction of " + op.tensor(0).dims() + " over no dimension", "remove it");
        }
        Shape shape = op.input(0).shape();
        boolean plain = !over.contains(CHANNELS)
                && (over.contains(WIDTH) || shape.width() == 1)
                && (over.contains(HEIGHT) || shape.height() == 1);
        return plain ? new Reduction(List.of(), shape) : moved(shape, over);
    }

    /** The axes in input 1, each as its distance from the last one. */
    static Set<Integer> over(TfliteOperator op) {
        return op.constant(1).stream().mapToObj(op::fromLast).collect(Collectors.toSet());
    }

    private static Reduction moved(Shape shape, Set<Integer> over) {
        List<Integer> sizes = List.of(shape.height(), shape.width(), shape.channels());
        List<Integer> dims = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        List<Integer> channels = new ArrayList<>();
        for (int axis = HEIGHT; axis >= CHANNELS; axis--) {
            int size = sizes.get(HEIGHT - axis);
            if (size > 1) {
                (over.contains(axis) ? rows : channels).add(dims.size());
                dims.add(size);
            }
        }
        List<Integer> order = new ArrayList<>(rows);
        order.addAll(channels);
        int height = rows.stream().map(dims::get).reduce(1, (a, b) -> a * b);
        Shape image = Shape.of(height, 1, shape.elements() / height);
        boolean ordered = order.equals(order.stream().sorted().toList());
        Layer layer = ordered ? new Reshape(image) : new Transpose(dims, order, Optional.of(image));
        return new Reduction(List.of(layer), image);
    }
}
