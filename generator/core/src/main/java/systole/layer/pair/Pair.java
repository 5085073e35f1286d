package systole.layer.pair;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.support.LayerCheck;
import systole.network.Activation;
import systole.network.Arity;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * Makes one tensor from two tensors of the same shape, element by element. Each pair of elements first becomes an
 * accumulator.
 */
public interface Pair extends Layer {
    /** The requantization from accumulators to levels; empty for the rescaling of TensorFlow Lite. */
    Optional<Requantization> requant();

    /** Narrows the output's range. */
    Activation activation();

    /** The output's elements. */
    Quantized output();

    /** The exact steps for inputs that {@link #suits} accepts. */
    PairArithmetic arithmetic(List<TensorType> inputs);

    /** Checks the elements of the inputs for the kind. Shapes and {@link #requant()} are already checked. */
    boolean suits(Quantized first, Quantized second, LayerCheck check);

    @Override
    default Arity arity() {
        return Arity.TWO;
    }

    @Override
    default TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        LayerCheck check = new LayerCheck(kind(), where, problems);
        Shape shape = inputs.get(0).shape();
        boolean usable = check.require(
                        shape.equals(inputs.get(1).shape()),
                        "the inputs are " + shape + " and " + inputs.get(1).shape(),
                        "both inputs have the same shape: resize_nearest repeats the positions of one")
                & check.activation(activation(), output())
                & requant().map(r -> check.requantization(r, shape.channels())).orElse(true)
                & suits(inputs.get(0).element(), inputs.get(1).element(), check);
        if (usable) {
            PairArithmetic arithmetic = arithmetic(inputs);
            check.exact(arithmetic.requantizer(), Collections.nCopies(shape.channels(), arithmetic.reachable()));
        }
        return new TensorType(shape, output());
    }
}
