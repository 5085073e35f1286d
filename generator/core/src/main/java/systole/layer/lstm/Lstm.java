package systole.layer.lstm;

import java.util.List;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.mac.Mac;
import systole.layer.support.LayerCheck;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantizer;
import systole.network.Requantizers;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * A long short-term memory along an input [1, T, I] (or [T, I], or [I] for T = 1). With x the input of a step, h the
 * output of the step before, and {@link CellArithmetic} for everything between:
 *
 * <pre>{@code
 * u = gate(kernel level of x, recurrent level of h)         for the gates i, f, g, o
 * i, f, o = sigmoid(u), g = tanh(u)
 * c = next(c, i, f, g)
 * h = clamp(hidden level of o * cellTanh(c) + output zero point)
 * }</pre>
 *
 * <p>h starts at the output's zero point and c at 0, in every frame or, if stateful, only in frames that ask for it.
 *
 * @param kernel [4 * H, I], multiplied with {@code x - input zero point}
 * @param recurrent [4 * H, H], multiplied with {@code h - output zero point}
 * @param weightType holds every weight of both: 2 to 8 bits, signed
 * @param cell the cell state and the gate functions
 * @param hidden from products o * tanh(c) of Q0.30 to levels; one value. A scale multiplies {@code 2^-30 / output scale}
 * @param output the elements of h and of the output
 * @param sequence true if the output of every step leaves, [1, T, H], false if only that of the last step does, [1, 1,
 *     H]
 * @param stateful true if h and c are carried over from frame to frame
 */
public record Lstm(
        GateMatrix kernel,
        GateMatrix recurrent,
        IntType weightType,
        Cell cell,
        Requantization hidden,
        Quantized output,
        boolean sequence,
        boolean stateful)
        implements Layer {
    public static final LayerKind<Lstm> KIND =
            new LayerKind<>("lstm", Lstm.class, new LstmSyntax(), new LstmGolden(), new LstmOps());

    /** The requantization {@code hidden} that follows from the output's scale, as in TensorFlow Lite. */
    public static final Requantization BY_SCALE = new Scaled(ScaleRounding.DOUBLE, List.of(1.0));

    /** Starts an LSTM. */
    public static LstmBuilder lstm() {
        return new LstmBuilder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    /** H. */
    public int units() {
        return kernel.units();
    }

    /** The same LSTM, but only the last step leaves. */
    public Lstm lastStep() {
        return new Lstm(kernel, recurrent, weightType, cell, hidden, output, false, stateful);
    }

    /** The product with x. Its levels are not clamped. */
    public Mac kernelMac() {
        return kernel.mac(weightType);
    }

    /** The product with h, whose elements are the {@link #output}. Its levels are not clamped. */
    public Mac recurrentMac() {
        return recurrent.mac(weightType);
    }

    /** Turns a product o * tanh(c) into the level of h, before the output's zero point is added. */
    public Requantizer hiddenRequantizer() {
        double factor = Math.scalb(1.0, -30) / output.scale();
        return Requantizers.of(hidden, cell.gates() == GateKind.GEMMLOWP ? (double) (float) factor : factor, 1);
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        LayerCheck check = new LayerCheck(kind(), where, problems);
        if (new LstmCheck(this, check).fits(input)) {
            Shape shape = input.shape();
            return new TensorType(
                    check.shapeLike(shape, 1, sequence ? shape.width() : 1, units())
                            .orElse(shape),
                    output);
        }
        return new TensorType(input.shape(), output);
    }

    @Override
    public long macs(List<TensorType> inputs, TensorType output) {
        long weights = (long) kernel.weights().size() + recurrent.weights().size();
        return inputs.get(0).shape().width() * weights;
    }

    @Override
    public long parameters() {
        return (long) kernel.weights().size()
                + kernel.bias().size()
                + recurrent.weights().size()
                + recurrent.bias().size();
    }
}
