package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import systole.layer.lookup.Lookup;
import systole.layer.pool.MaxPool2d;
import systole.layer.reshape.Reshape;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Shape;

/**
 * REDUCE_MAX and REDUCE_MIN over any dimensions but the batch. {@code kernels/reduce.cc}. The least of some integers is
 * the greatest of them counted from the other end.
 *
 * @param greatest true for the greatest
 */
record ReduceReader(boolean greatest) implements RowReader {
    private static final int DIMENSIONS = 3;

    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        op.require(
                op.input(0).element().equals(op.output().element()),
                "the input is " + op.input(0).element() + " and the output "
                        + op.output().element(),
                "both have the same scale and zero point");
        Set<Integer> over = Reduction.over(op);
        op.throwIfAny();
        Shape shape = op.input(0).shape();
        int[] dims = {shape.height(), shape.width(), shape.channels()};
        List<Layer> layers = new ArrayList<>();
        int end = DIMENSIONS;
        while (end > 0) {
            int start = end;
            while (start > 0 && over.contains(DIMENSIONS - start)) {
                start--;
            }
            if (start < end) {
                reduce(dims, start, end, layers);
            }
            end = start == end ? end - 1 : start;
        }
        if (layers.isEmpty() || greatest) {
            return layers;
        }
        Lookup turned = turned(op);
        layers.add(0, turned);
        layers.add(turned);
        return layers;
    }

    /** Reduces neighbouring dimensions, which become the columns of an image. */
    private static void reduce(int[] dims, int start, int end, List<Layer> layers) {
        int group = product(dims, start, end);
        if (group > 1) {
            layers.add(new Reshape(Shape.of(product(dims, 0, start), group, product(dims, end, DIMENSIONS))));
            layers.add(MaxPool2d.maxpool2d().kernel(1, group).get());
        }
        Arrays.fill(dims, start, end, 1);
    }

    private static int product(int[] dims, int start, int end) {
        int product = 1;
        for (int i = start; i < end; i++) {
            product *= dims[i];
        }
        return product;
    }

    private static Lookup turned(TfliteOperator op) {
        IntType type = op.input(0).type();
        return TableReader.lookup(
                op.input(0).element(), op.output().element(), (in, out) -> x -> type.min() + type.max() - x);
    }
}
