package systole.frontend.tflite;

import java.util.List;
import java.util.stream.IntStream;
import systole.network.IntTensor;
import systole.network.Layer;

/** A TRANSPOSE that moves no element, because only dimensions of size 1 change places with others. */
final class TransposeReader implements OperatorReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        IntTensor order = op.constant(1);
        List<Integer> dims = op.tensor(0).dims();
        int[] sorted = order.stream().sorted().toArray();
        if (!IntTensor.vector(sorted)
                .equals(IntTensor.vector(IntStream.range(0, dims.size()).toArray()))) {
            throw op.refused("the order " + order + " of " + dims, "it names each dimension once");
        }
        int[] moved = order.stream().filter(axis -> dims.get(axis) != 1).toArray();
        op.require(
                IntStream.range(1, moved.length).allMatch(i -> moved[i - 1] < moved[i]),
                "the order " + order + " of " + dims,
                "dimensions of size 1 can change places with others; otherwise keep the channels last throughout");
        op.throwIfAny();
        return new ReshapeReader().read(op);
    }
}
