package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import systole.layer.mean.Mean;
import systole.layer.reshape.Reshape;
import systole.layer.transpose.Transpose;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Shape;

/**
 * MEAN over height and width, or over one of them if the other is 1, or over the height alone, which is a mean of width
 * * channels channels.
 */
final class MeanReader implements RowReader {
    private static final int CHANNELS = 0;
    private static final int WIDTH = 1;
    private static final int HEIGHT = 2;

    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        IntTensor axes = op.constant(1);
        Set<Integer> over = axes.stream().mapToObj(op::fromLast).collect(Collectors.toSet());
        Shape shape = op.input(0).shape();
        Mean mean = new Mean(op.output().element());
        if (over.equals(Set.of(HEIGHT)) && shape.width() > 1) {
            return List.of(new Reshape(Shape.of(shape.height(), 1, shape.width() * shape.channels())), mean);
        }
        boolean plain = !over.contains(CHANNELS)
                && (over.contains(WIDTH) || shape.width() == 1)
                && (over.contains(HEIGHT) || shape.height() == 1);
        if (over.isEmpty()) {
            throw op.refused("the mean of " + op.tensor(0).dims() + " over no dimension", "remove it");
        }
        return plain ? List.of(mean) : List.of(inFront(shape, over), mean);
    }

    /** Takes the dimensions of which the mean is taken to the rows of an image, and the others to its channels. */
    private static Layer inFront(Shape shape, Set<Integer> over) {
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
        return ordered ? new Reshape(image) : new Transpose(dims, order, Optional.of(image));
    }
}
