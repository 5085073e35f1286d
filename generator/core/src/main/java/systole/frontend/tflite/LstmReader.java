package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.UnidirectionalSequenceLSTMOptions;
import systole.layer.lstm.Cell;
import systole.layer.lstm.GateKind;
import systole.layer.lstm.GateMatrix;
import systole.layer.lstm.Lstm;
import systole.layer.mac.MacTerms;
import systole.layer.reshape.Reshape;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Shape;

/**
 * UNIDIRECTIONAL_SEQUENCE_LSTM of int8 with an int16 cell, as the integer kernel computes it ({@code lstm_eval.cc},
 * {@code EvalInteger8x8_16}), from a fresh state in each frame.
 */
final class LstmReader implements RowReader {
    private static final int KERNEL = 1;
    private static final int RECURRENT = 5;
    private static final int BIAS = 12;
    private static final int OUTPUT_STATE = 18;
    private static final int CELL_STATE = 19;
    private static final int HIDDEN = 4;

    @Override
    public List<Layer> read(TfliteOperator op) {
        UnidirectionalSequenceLSTMOptions o =
                op.options(BuiltinOptions.UnidirectionalSequenceLSTMOptions, new UnidirectionalSequenceLSTMOptions());
        LstmVariant.check(op, o);
        List<Integer> dims = op.tensor(0).dims();
        int steps = dims.get(o.timeMajor() ? 0 : 1);
        Quantized output = state(op);
        op.throwIfAny();
        Lstm lstm = new Lstm(
                matrix(op, KERNEL, bias(op)),
                matrix(op, RECURRENT, MacTerms.NO_BIAS),
                IntType.INT8,
                cell(op, o.cellClip()),
                hidden(op, output),
                output,
                true,
                false);
        op.throwIfAny();
        List<Layer> layers = new ArrayList<>();
        Shape sequence = Shape.of(steps, dims.get(2));
        if (!op.input(0).shape().equals(sequence)) {
            layers.add(new Reshape(sequence));
        }
        layers.add(lstm);
        return layers;
    }

    private static GateMatrix matrix(TfliteOperator op, int first, IntTensor bias) {
        List<Double> scales = new ArrayList<>();
        List<IntTensor> gates = new ArrayList<>();
        for (int i = first; i < first + GateMatrix.GATES; i++) {
            FileTensor file = op.tensor(i);
            op.require(
                    file.type() == TensorType.INT8
                            && file.dims().size() == 2
                            && file.scales().size() == 1
                            && file.zeros().stream().allMatch(z -> z == 0),
                    "the weights, input " + i + ", are " + file.typeName() + " of " + file.dims() + " with "
                            + file.scales().size() + " scales",
                    "they are INT8 of two dimensions, with one scale and no zero point");
            op.throwIfAny();
            scales.add(file.scales().get(0).doubleValue());
            gates.add(op.constant(i));
        }
        return new GateMatrix(joined(op, gates), bias, new Scaled(ScaleRounding.DOUBLE, scales));
    }

    private static IntTensor bias(TfliteOperator op) {
        List<IntTensor> gates = new ArrayList<>();
        for (int i = BIAS; i < BIAS + GateMatrix.GATES; i++) {
            op.require(
                    op.tensor(i).type() == TensorType.INT32
                            && op.tensor(i).dims().size() == 1,
                    "the bias, input " + i + ", is " + op.tensor(i).typeName() + " of "
                            + op.tensor(i).dims(),
                    "it is INT32 of one dimension");
            op.throwIfAny();
            gates.add(op.constant(i));
        }
        return joined(op, gates);
    }

    /** The tensors of the gates, joined along the first dimension. */
    private static IntTensor joined(TfliteOperator op, List<IntTensor> gates) {
        List<Integer> dims = new ArrayList<>(gates.get(0).dims());
        if (gates.stream().anyMatch(g -> !g.dims().equals(dims))) {
            throw op.refused(
                    "the gates are " + gates.stream().map(IntTensor::dims).toList(),
                    "all four have the same dimensions");
        }
        dims.set(0, GateMatrix.GATES * dims.get(0));
        return new IntTensor(
                dims, gates.stream().flatMapToInt(IntTensor::stream).toArray());
    }

    /** The elements of h, which are those of the state. The output has the same integers. */
    private static Quantized state(TfliteOperator op) {
        op.requireState(OUTPUT_STATE);
        op.requireState(CELL_STATE);
        op.throwIfAny();
        return Activations.element(op.tensor(OUTPUT_STATE));
    }

    private static Cell cell(TfliteOperator op, float clip) {
        FileTensor file = op.tensor(CELL_STATE);
        float scale = file.scales().size() == 1 ? file.scales().get(0) : 0;
        int fraction = scale > 0 ? -Math.getExponent(scale) : -1;
        boolean suits = file.type() == TensorType.INT16
                && file.zeros().stream().allMatch(z -> z == 0)
                && scale == Math.scalb(1f, -fraction)
                && fraction >= GateKind.GEMMLOWP.minFraction()
                && fraction <= Cell.MAX_FRACTION;
        if (!suits) {
            throw op.refused(
                    "the cell state is " + file.typeName() + " with scale " + scale,
                    "it is INT16 with a scale of 2^-9 to 2^-15, and no zero point");
        }
        op.require(clip >= 0, "the cell clip " + clip, "it is positive, or 0 for none");
        return new Cell(GateKind.GEMMLOWP, fraction, (int) Math.max(0, Math.min(clip / scale, Cell.MAX_CLIP)));
    }

    /**
     * The requantization to the hidden tensor. Its scale may differ from that of the output state. The product of gates
     * is scaled to it, and its integers are then those of the state.
     */
    private static Requantization hidden(TfliteOperator op, Quantized output) {
        Optional<FileTensor> file = op.intermediate(HIDDEN);
        if (file.isEmpty()) {
            throw op.refused(
                    "the intermediate tensors are missing", "convert the model again, with TensorFlow 2.4 or later");
        }
        Quantized hidden = Activations.element(file.get());
        op.require(
                hidden.type().equals(output.type()) && hidden.zero() == output.zero(),
                "the hidden tensor is " + hidden + " and the state " + output,
                "both have the same zero point");
        if (hidden.scale() == output.scale()) {
            return Lstm.BY_SCALE;
        }
        // The runtime's factor has 24 bits and multipliers have 31, so the few roundings here make no difference.
        return new Scaled(ScaleRounding.DOUBLE, List.of(factor(hidden) / factor(output)));
    }

    private static double factor(Quantized element) {
        return (double) (float) Math.scalb(1 / element.scale(), -30);
    }
}
