package systole.frontend.tflite;

import java.util.List;
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
import systole.network.Quantized;

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
        L layer = builder.get()
                .activation(op.activation((byte) fused.applyAsInt(op), output))
                .output(output)
                .get();
        return BinaryOperands.of(op).joined(kind, layer);
    }

    @Override
    public List<Integer> reads(FileOperator operator, FileModel model) {
        return BinaryOperands.computed(operator, model);
    }
}
