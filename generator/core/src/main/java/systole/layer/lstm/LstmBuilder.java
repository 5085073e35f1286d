package systole.layer.lstm;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import systole.diagnostic.RefusedException;
import systole.layer.mac.MacTerms;
import systole.layer.support.Missing;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;

/** Builds an LSTM. Both matrices, the requantizations of their sums into gate inputs, and the output are required. */
public final class LstmBuilder implements Supplier<Lstm> {
    private Optional<IntTensor> kernel = Optional.empty();
    private Optional<IntTensor> recurrent = Optional.empty();
    private IntType weightType = IntType.INT8;
    private IntTensor bias = MacTerms.NO_BIAS;
    private IntTensor recurrentBias = MacTerms.NO_BIAS;
    private Optional<Requantization> kernelRequant = Optional.empty();
    private Optional<Requantization> recurrentRequant = Optional.empty();
    private Requantization hiddenRequant = Lstm.BY_SCALE;
    private GateKind gates = Cell.USUAL.gates();
    private int cellFraction = Cell.USUAL.fraction();
    private int cellClip = Cell.USUAL.clip();
    private Optional<Quantized> output = Optional.empty();
    private boolean sequence;
    private boolean stateful;

    LstmBuilder() {}

    /** [4 * units, features]: the rows of the gates i, f, g and o after each other. */
    public LstmBuilder kernel(IntTensor weights) {
        kernel = Optional.of(weights);
        return this;
    }

    /** [4 * units, units], in the order of the kernel. */
    public LstmBuilder recurrent(IntTensor weights) {
        recurrent = Optional.of(weights);
        return this;
    }

    /** The type of the weights of both; int8 by default. */
    public LstmBuilder weightType(IntType type) {
        weightType = type;
        return this;
    }

    /** One bias for each row, in accumulators of the kernel; none by default. */
    public LstmBuilder bias(IntTensor values) {
        bias = values;
        return this;
    }

    /** One bias for each row, in accumulators of the recurrent product; none by default. */
    public LstmBuilder recurrentBias(IntTensor values) {
        recurrentBias = values;
        return this;
    }

    /** The real values of one step of the weights, the same for all gates. */
    public LstmBuilder scales(double ofKernel, double ofRecurrent) {
        return kernelRequant(scaled(ofKernel)).recurrentRequant(scaled(ofRecurrent));
    }

    private static Requantization scaled(double scale) {
        return new Scaled(ScaleRounding.DOUBLE, List.of(scale));
    }

    /** How accumulators of the kernel become gate inputs of Q3.12; of one value, four, or one for each row. */
    public LstmBuilder kernelRequant(Requantization requantization) {
        kernelRequant = Optional.of(requantization);
        return this;
    }

    /** How accumulators of the recurrent product become gate inputs of Q3.12; of one value, four, or one for each row. */
    public LstmBuilder recurrentRequant(Requantization requantization) {
        recurrentRequant = Optional.of(requantization);
        return this;
    }

    /** How a product of an output gate and a tanh, Q0.30, becomes an output level; by the output's scale by default. */
    public LstmBuilder hiddenRequant(Requantization requantization) {
        hiddenRequant = requantization;
        return this;
    }

    /** The gate functions; hard ones by default. */
    public LstmBuilder gates(GateKind kind) {
        gates = kind;
        return this;
    }

    /** Fraction bits of the cell state, 11 by default. */
    public LstmBuilder cellFraction(int bits) {
        cellFraction = bits;
        return this;
    }

    /** The limit of the cell state, in its integers; 0, the default, for none. */
    public LstmBuilder cellClip(int limit) {
        cellClip = limit;
        return this;
    }

    public LstmBuilder output(Quantized elements) {
        output = Optional.of(elements);
        return this;
    }

    /** Gives the output of every step, not just of the last one. */
    public LstmBuilder sequence() {
        sequence = true;
        return this;
    }

    /** Carries the state over from frame to frame. */
    public LstmBuilder stateful() {
        stateful = true;
        return this;
    }

    @Override
    public Lstm get() {
        return new Lstm(
                new GateMatrix(
                        kernel.orElseThrow(missing("kernel")),
                        bias,
                        kernelRequant.orElseThrow(missing("kernelRequant"))),
                new GateMatrix(
                        recurrent.orElseThrow(missing("recurrent")),
                        recurrentBias,
                        recurrentRequant.orElseThrow(missing("recurrentRequant"))),
                weightType,
                new Cell(gates, cellFraction, cellClip),
                hiddenRequant,
                output.orElseThrow(missing("output")),
                sequence,
                stateful);
    }

    private static Supplier<RefusedException> missing(String method) {
        return Missing.of("lstm", method);
    }
}
