package systole.frontend.tflite;

import java.util.function.IntUnaryOperator;
import systole.layer.add.Add;
import systole.layer.clamp.Clamp;
import systole.layer.mul.Mul;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;

/**
 * PRELU. Below the zero point, the slope is a constant of any shape. {@code reference/prelu.h}.
 *
 * <p>Where no table can hold the function, it is the sum of what lies above the zero point and of what lies below, one of
 * which is always 0.
 */
final class PreluReader implements OperatorReader {
    private static final int SLOPE = 1;

    @Override
    public LayerTree tree(TfliteOperator op) {
        op.constant(SLOPE);
        BinaryOperands operands = BinaryOperands.of(op);
        Quantized input = op.input(0).element();
        Quantized output = op.output().element();
        Quantized alpha = op.input(SLOPE).element();
        IntUnaryOperator above = Rescale.inFloat(input, output);
        float factor = (float) input.scale() * (float) alpha.scale() / (float) output.scale();
        IntUnaryOperator below = Rescale.product(factor, output);
        return operands.folded(
                SLOPE,
                slope -> TableReader.table(
                        input,
                        output,
                        x -> x >= input.zero()
                                ? above.applyAsInt(x)
                                : below.applyAsInt((x - input.zero()) * (slope - alpha.zero()))),
                (x, slopes) -> {
                    int[] upper = TableReader.table(input, output, v -> above.applyAsInt(Math.max(v, input.zero())));
                    LayerTree lower = LayerTree.joined(
                            Mul.mul().output(output).get(),
                            x.then(new Clamp(input.type().min(), input.zero())),
                            slopes);
                    Add sum = Add.add().requant(Pow2.UNSHIFTED).output(output).get();
                    return LayerTree.joined(sum, x.then(TableReader.lookup(upper, output)), lower);
                });
    }
}
