package systole.layer.mac;

import java.util.Optional;
import java.util.function.Supplier;
import systole.layer.support.Missing;
import systole.network.Activation;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization;

/** Builds a multiply-accumulate layer; weights, requant and output are required. */
public abstract class MacBuilder<L extends MacLayer, B extends MacBuilder<L, B>> implements Supplier<L> {
    private final String kind;
    private Optional<IntTensor> weights = Optional.empty();
    private Optional<IntType> weightType = Optional.empty();
    private IntTensor bias = MacTerms.NO_BIAS;
    private Optional<Requantization> requant = Optional.empty();
    private Activation activation = Activation.Named.NONE;
    private Optional<Quantized> output = Optional.empty();

    protected MacBuilder(String kind) {
        this.kind = kind;
    }

    /** This builder, in its own type. */
    protected abstract B self();

    /** Weights in the layout of the kind. */
    public B weights(IntTensor values) {
        weights = Optional.of(values);
        return self();
    }

    /** The weights' type; int8 by default, or int16 if the values need it. */
    public B weightType(IntType type) {
        weightType = Optional.of(type);
        return self();
    }

    /** One bias for each output channel, in accumulator units; none by default. */
    public B bias(IntTensor values) {
        bias = values;
        return self();
    }

    public B bias(int... values) {
        return bias(IntTensor.vector(values));
    }

    /** Sets the requantization from accumulators to output levels. */
    public B requant(Requantization requantization) {
        requant = Optional.of(requantization);
        return self();
    }

    public B activation(Activation limits) {
        activation = limits;
        return self();
    }

    /** Limits in output integers, both included. */
    public B clamp(int lo, int hi) {
        return activation(new Activation.Clamp(lo, hi));
    }

    public B output(Quantized elements) {
        output = Optional.of(elements);
        return self();
    }

    /** The terms that were set, or a refusal if some are missing. */
    protected MacTerms terms() {
        IntTensor values = weights.orElseThrow(Missing.of(kind, "weights"));
        return new MacTerms(
                values,
                weightType.orElseGet(() -> MacTerms.usualType(values)),
                bias,
                requant.orElseThrow(Missing.of(kind, "requant")),
                activation,
                output.orElseThrow(Missing.of(kind, "output")));
    }
}
