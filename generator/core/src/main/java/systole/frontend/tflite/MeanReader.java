package systole.frontend.tflite;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import systole.layer.mean.Mean;
import systole.layer.reshape.Reshape;
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
        op.require(
                !over.contains(CHANNELS)
                        && (over.contains(WIDTH) || shape.width() == 1)
                        && (over.contains(HEIGHT) || shape.height() == 1)
                        && !over.isEmpty(),
                "the mean of " + op.tensor(0).dims() + " over " + axes,
                "a mean over height and width together, or over the height, is supported");
        return List.of(mean);
    }
}
