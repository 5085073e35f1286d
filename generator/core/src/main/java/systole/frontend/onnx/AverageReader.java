package systole.frontend.onnx;

import java.util.function.Function;
import systole.layer.mean.Mean;
import systole.network.Requantization.ScaleRounding;

/**
 * GlobalAveragePool and QLinearGlobalAveragePool: an integer sum times {@code input scale / (output scale * n)} in single
 * precision. ONNX Runtime: {@code MlasQLinearGlobalAveragePool}.
 *
 * @param linear scales and zero points are inputs
 */
record AverageReader(boolean linear) implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        if (linear) {
            op.require(op.attributes().integer("channels_last", 0) == 0, "channels_last", "transpose in front");
        }
        Wire input = linear ? op.labelled(0, 1, 2) : op.flow(0);
        Wire image = op.image(input);
        Function<Outcome, Wire> finish = global(op, input, image);
        return linear ? new Value.Integers(finish.apply(Outcome.scaled(op.element(3, 4)))) : op.sums(false, finish);
    }

    /**
     * The mean over all positions of an image.
     *
     * @param input the operand as the file has it
     */
    static Function<Outcome, Wire> global(OnnxOperator op, Wire input, Wire image) {
        return outcome -> {
            op.require(
                    outcome.isLike(
                            input.integers(), op.kernelType(op.node().inputs().get(0), input.integers())),
                    "the input is " + input.integers() + " and the output "
                            + outcome.element().type(),
                    "use one type for both");
            Mean layer = Mean.mean()
                    .rounding(ScaleRounding.FLOAT_HALF_EVEN)
                    .output(outcome.element())
                    .get();
            return op.addImage(layer, image, image.shape().channels(), 1, 1);
        };
    }
}
