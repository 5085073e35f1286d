package systole.frontend.tflite;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;

/**
 * PRELU. Below the zero point, the slope is a constant, either one for all channels or one for each channel.
 * {@code reference/prelu.h}.
 */
final class PreluReader implements OperatorReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        op.constant(1);
        BinaryOperands operands = BinaryOperands.of(op);
        Quantized input = op.input(0).element();
        Quantized output = op.output().element();
        Quantized alpha = op.input(1).element();
        IntUnaryOperator above = Rescale.inFloat(input, output);
        float factor = (float) input.scale() * (float) alpha.scale() / (float) output.scale();
        IntUnaryOperator below = Rescale.product(factor, output);
        IntType type = input.type();
        return operands.folded(1, slope -> IntStream.rangeClosed(type.min(), type.max())
                .map(x -> x >= input.zero()
                        ? above.applyAsInt(x)
                        : below.applyAsInt((x - input.zero()) * (slope - alpha.zero())))
                .map(output.type()::clamp)
                .toArray());
    }
}
