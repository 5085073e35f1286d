package systole.frontend.tflite;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.layer.transpose.Transpose;
import systole.network.IntTensor;
import systole.network.Layer;

/** TRANSPOSE. Where only dimensions of size 1 change places with others, no element moves. */
final class TransposeReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        IntTensor order = op.constant(1);
        List<Integer> dims = op.tensor(0).dims();
        int[] sorted = order.stream().sorted().toArray();
        if (!IntTensor.vector(sorted)
                .equals(IntTensor.vector(IntStream.range(0, dims.size()).toArray()))) {
            throw op.refused("the order " + order + " of " + dims, "it names each dimension once");
        }
        return layers(op, dims, order.stream().boxed().toList());
    }

    /**
     * The layers that put dimensions into another order.
     *
     * @param dims dimensions with as many elements as the input
     * @param order dimension {@code i} of the result is dimension {@code order[i]}
     */
    static List<Layer> layers(TfliteOperator op, List<Integer> dims, List<Integer> order) {
        op.requireSameType(op.input(0), op.output());
        op.throwIfAny();
        List<Integer> axes = IntStream.range(0, dims.size())
                .filter(axis -> dims.get(axis) != 1)
                .boxed()
                .toList();
        List<Integer> moved =
                order.stream().filter(axes::contains).map(axes::indexOf).toList();
        boolean same = moved.equals(moved.stream().sorted().toList());
        return same
                ? new ReshapeReader().read(op)
                : List.of(new Transpose(
                        axes.stream().map(dims::get).toList(),
                        moved,
                        Optional.of(op.output().shape())));
    }
}
