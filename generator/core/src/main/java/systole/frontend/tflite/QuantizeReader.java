package systole.frontend.tflite;

import java.util.List;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.TensorType;

/** QUANTIZE of integers: a table, or a product where the input is int16. */
final class QuantizeReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        TensorType input = op.input(0);
        Quantized output = op.output().element();
        if (!input.type().equals(IntType.INT16)) {
            return List.of(TableReader.lookup(input.element(), output, Rescale::quantize));
        }
        IntType type = output.type();
        return WideRescale.by(
                input.element().scale() / output.scale(), input, output, new Range(type.min(), type.max()));
    }
}
