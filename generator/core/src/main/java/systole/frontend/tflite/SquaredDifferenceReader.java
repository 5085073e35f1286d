package systole.frontend.tflite;

import java.util.List;
import java.util.function.IntUnaryOperator;
import systole.layer.add.Sub;
import systole.layer.lookup.Lookup;
import systole.layer.mul.Mul;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;

/**
 * SQUARED_DIFFERENCE. {@code kernels/squared_difference.cc}: both operands are rescaled with seven bits more, which 16
 * bits hold, as they hold the difference; its square is rescaled.
 */
final class SquaredDifferenceReader implements OperatorReader {
    private static final int LEFT_SHIFT = 7;
    private static final Quantized WIDE = new Quantized(IntType.INT16, 1, 0);

    @Override
    public LayerTree tree(TfliteOperator op) {
        BinaryOperands operands = BinaryOperands.of(op);
        Quantized first = op.input(0).element();
        Quantized second = op.input(1).element();
        op.require(first.type().signed(), "it is of uint8", "the reference kernel has int8 only; convert with int8");
        op.throwIfAny();
        Quantized output = op.output().element();
        double twice = 2.0 * Math.max((float) first.scale(), (float) second.scale());
        Layer difference = Sub.sub().requant(Pow2.UNSHIFTED).output(WIDE).get();
        LayerTree wide = LayerTree.joined(
                difference,
                operands.either(0).then(term(first, twice)),
                operands.either(1).then(term(second, twice)));
        Layer square = Mul.mul()
                .requant(new Scaled(
                        ScaleRounding.DOUBLE,
                        List.of(Filter.weightScale(
                                twice * twice / ((1 << (2 * LEFT_SHIFT)) * output.scale()), 1, output.scale()))))
                .output(output)
                .get();
        return LayerTree.joined(square, wide, wide);
    }

    private static Lookup term(Quantized input, double twice) {
        FixedScale scale = FixedPoint.quantizeMultiplier(input.scale() / twice);
        IntUnaryOperator term = x -> FixedPoint.mbqm((x - input.zero()) << LEFT_SHIFT, scale);
        return TableReader.lookup(TableReader.table(input, WIDE, term), WIDE);
    }

    @Override
    public List<Integer> reads(FileOperator operator, FileModel model) {
        return BinaryOperands.computed(operator, model);
    }
}
