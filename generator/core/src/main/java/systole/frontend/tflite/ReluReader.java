package systole.frontend.tflite;

import java.util.List;
import java.util.function.Function;
import systole.layer.clamp.Clamp;
import systole.layer.clamp.Relu;
import systole.layer.clamp.Relu6;
import systole.network.Activation;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Range;

/**
 * RELU, RELU6 and RELU_N1_TO_1. They become limits, or a table if the output has another scale or zero point.
 *
 * @param limits the limits for an output
 * @param plain the layer if nothing is rescaled
 */
record ReluReader(Function<Quantized, Activation> limits, Function<Quantized, Layer> plain) implements RowReader {
    static ReluReader relu() {
        return new ReluReader(q -> Activation.Named.RELU, q -> new Relu());
    }

    static ReluReader relu6() {
        return new ReluReader(q -> Activation.Named.RELU6, q -> new Relu6());
    }

    static ReluReader reluN1To1() {
        return new ReluReader(Limits::reluN1To1, q -> {
            Range range = Limits.reluN1To1(q).bounds(q);
            return new Clamp((int) range.lo(), (int) range.hi());
        });
    }

    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        op.throwIfAny();
        Quantized input = op.input(0).element();
        Quantized output = op.output().element();
        if (input.equals(output)) {
            return List.of(plain.apply(output));
        }
        Range range = limits.apply(output).bounds(output);
        if (input.type().equals(IntType.INT16)) {
            double factor = (float) input.scale() / (float) output.scale();
            return WideRescale.by(factor, op.input(0), output, range);
        }
        return List.of(TableReader.lookup(
                input, output, (in, out) -> Rescale.inFloat(in, out).andThen(y -> (int) range.clamp(y))));
    }
}
