package systole.frontend.tflite;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.MulOptions;
import org.tensorflow.lite.schema.SubOptions;
import systole.layer.LayerKind;
import systole.layer.add.Add;
import systole.layer.add.Sub;
import systole.layer.mul.Mul;
import systole.layer.pair.Pair;
import systole.layer.pair.PairBuilder;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;

/**
 * ADD, SUB and MUL, with the operands of {@link BinaryOperands}.
 *
 * @param fused the fused activation function of an operator
 */
record PairReader<L extends Pair>(
        LayerKind<L> kind, Supplier<PairBuilder<L>> builder, ToIntFunction<TfliteOperator> fused)
        implements OperatorReader {
    static PairReader<Add> add() {
        return new PairReader<>(
                Add.KIND,
                Add::add,
                op -> op.fused(BuiltinOptions.AddOptions, new AddOptions(), AddOptions::fusedActivationFunction));
    }

    static PairReader<Sub> sub() {
        return new PairReader<>(
                Sub.KIND,
                Sub::sub,
                op -> op.fused(BuiltinOptions.SubOptions, new SubOptions(), SubOptions::fusedActivationFunction));
    }

    static PairReader<Mul> mul() {
        return new PairReader<>(
                Mul.KIND,
                Mul::mul,
                op -> op.fused(BuiltinOptions.MulOptions, new MulOptions(), MulOptions::fusedActivationFunction));
    }

    @Override
    public LayerTree tree(TfliteOperator op) {
        Quantized output = op.output().element();
        BinaryOperands operands = BinaryOperands.of(op);
        PairBuilder<L> terms = builder.get()
                .activation(op.activation((byte) fused.applyAsInt(op), output))
                .output(output);
        int constant = operands.constant();
        Optional<List<Integer>> shifts = PowersOfTwo.shifts(op);
        if (shifts.isPresent()) {
            op.require(
                    constant < 0,
                    "a constant is added to int16, and all scales are powers of two",
                    "change the scale of the constant a little, or quantize to int8 in front of this operator");
            op.throwIfAny();
            return LayerTree.joined(
                    terms.requant(Pow2.UNSHIFTED).get(),
                    divided(op, operands, shifts.get(), 0),
                    divided(op, operands, shifts.get(), 1));
        }
        L layer = terms.get();
        Optional<List<Layer>> weighted = constant < 0 || !output.type().equals(IntType.INT16)
                ? Optional.empty()
                : operands.channelValues(constant).flatMap(values -> WideConstants.layers(op, layer, constant, values));
        return weighted.map(LayerTree.input(0)::then).orElseGet(() -> operands.joined(kind, layer));
    }

    private static LayerTree divided(TfliteOperator op, BinaryOperands operands, List<Integer> shifts, int input) {
        return operands.computed(
                input,
                PowersOfTwo.divided(
                        op.input(input),
                        shifts.get(input),
                        op.output().element().scale()));
    }

    @Override
    public List<Integer> reads(FileOperator operator, FileModel model) {
        return BinaryOperands.computed(operator, model);
    }
}
