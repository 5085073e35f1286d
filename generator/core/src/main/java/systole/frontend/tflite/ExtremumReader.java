package systole.frontend.tflite;

import java.util.List;
import systole.layer.LayerKind;
import systole.layer.extremum.Extremum;

/** MAXIMUM and MINIMUM, with the operands of {@link BinaryOperands}. They compare the integers unchanged. */
record ExtremumReader<L extends Extremum>(LayerKind<L> kind, L layer) implements OperatorReader {
    @Override
    public LayerTree tree(TfliteOperator op) {
        return BinaryOperands.of(op).joined(kind, layer);
    }

    @Override
    public List<Integer> reads(FileOperator operator, FileModel model) {
        return BinaryOperands.computed(operator, model);
    }
}
