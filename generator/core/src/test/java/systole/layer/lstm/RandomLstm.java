package systole.layer.lstm;

import java.util.List;
import java.util.Random;
import systole.layer.Kinds;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.ShiftRounding;
import systole.network.TensorType;
import systole.op.RecurrenceOp;

/**
 * LSTMs for tests: any weights, of scales that make the gates move through all of their range.
 *
 * @param features of the input
 * @param input the input's elements
 * @param output the output's elements
 */
public record RandomLstm(int features, int units, IntType weightType, Quantized input, Quantized output, Cell cell) {
    /** An LSTM of int8, with a scale for each gate. */
    public static RandomLstm of(int features, int units, GateKind gates) {
        Quantized int8 = new Quantized(IntType.INT8, 1.0 / 64, 3);
        return new RandomLstm(features, units, IntType.INT8, int8, int8, new Cell(gates, 11, 0));
    }

    /** One with weights and biases of a seed; add {@code sequence()}, {@code stateful()} or whatever is wanted. */
    public LstmBuilder builder(long seed) {
        Random random = new Random(seed);
        double kernelScale = scale(features, input);
        double recurrentScale = scale(units, output);
        return Lstm.lstm()
                .kernel(Kinds.tensor(random, weightType, GateMatrix.GATES * units, features))
                .recurrent(Kinds.tensor(random, weightType, GateMatrix.GATES * units, units))
                .weightType(weightType)
                .bias(bias(random, 1 / (kernelScale * input.scale())))
                .recurrentBias(bias(random, 0.5 / (recurrentScale * output.scale())))
                .kernelRequant(byGate(random, kernelScale))
                .recurrentRequant(byGate(random, recurrentScale))
                .gates(cell.gates())
                .cellFraction(cell.fraction())
                .cellClip(cell.clip())
                .output(output);
    }

    /** The same with plain shifts where scales were. */
    public LstmBuilder shifted(long seed) {
        double product = Math.scalb(1.0, -12);
        int kernelShift = Math.max(0, -Math.getExponent(scale(features, input) * input.scale() / product));
        int recurrentShift = Math.max(0, -Math.getExponent(scale(units, output) * output.scale() / product));
        int hiddenShift = Math.max(0, 30 + Math.getExponent(output.scale()));
        return builder(seed)
                .kernelRequant(new Pow2(ShiftRounding.HALF_UP, List.of(kernelShift)))
                .recurrentRequant(new Pow2(ShiftRounding.FLOOR, List.of(recurrentShift)))
                .hiddenRequant(new Pow2(ShiftRounding.HALF_EVEN, List.of(hiddenShift)));
    }

    /** With this scale of the weights, a sum of so many products has a standard deviation of about 2. */
    private double scale(int columns, Quantized vector) {
        double steps = Math.scalb(1.0, vector.type().bits() - 2) * Math.scalb(1.0, weightType.bits() - 2);
        return 2 / (vector.scale() * steps * Math.sqrt(columns));
    }

    private static Scaled byGate(Random random, double scale) {
        return new Scaled(
                ScaleRounding.DOUBLE,
                random.doubles(GateMatrix.GATES, 0.5, 1.5)
                        .mapToObj(factor -> factor * scale)
                        .toList());
    }

    private IntTensor bias(Random random, double deviation) {
        return IntTensor.vector(random.doubles((long) GateMatrix.GATES * units, -1, 1)
                .mapToInt(b -> (int) Math.round(b * deviation))
                .toArray());
    }

    /** The operation of a layer that reads an input. */
    public static RecurrenceOp op(Lstm layer, TensorType input) {
        return (RecurrenceOp)
                new LstmOps().ops("unit", layer, List.of(input), input).get(0).op();
    }
}
