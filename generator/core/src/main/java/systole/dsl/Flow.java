package systole.dsl;

import static systole.layer.concat.Concat.concat;
import static systole.layer.reverse.Reverse.reverse;

import java.util.function.Supplier;
import systole.diagnostic.RefusedException;
import systole.layer.lstm.Lstm;
import systole.network.Layer;

/** A tensor of a network being built: the input, or the output of a layer. */
public final class Flow {
    private final NetworkBuilder builder;
    private final String name;

    Flow(NetworkBuilder builder, String name) {
        this.builder = builder;
        this.name = name;
    }

    /** The tensor's name. */
    public String name() {
        return name;
    }

    /** Adds a layer that reads this tensor. */
    public Flow then(String layerName, Supplier<? extends Layer> layer) {
        return builder.join(layerName, layer, this);
    }

    /**
     * Adds two LSTMs side by side: one reads this sequence from its start, the other from its end. Both have the same
     * type of output, and either both or none give a sequence. Step t of the result holds the outputs of both for step
     * t.
     */
    public Flow bidirectional(String layerName, Supplier<Lstm> ahead, Supplier<Lstm> back) {
        Flow first = then(layerName + "_ahead", ahead);
        Flow second = then(layerName + "_turned", reverse()).then(layerName + "_back", back);
        if (givesSequence(back)) {
            second = second.then(layerName + "_returned", reverse());
        }
        return builder.join(layerName, concat(), first, second);
    }

    /** Whether an LSTM gives a sequence. An LSTM that cannot be built is reported later, where the layer is added. */
    private static boolean givesSequence(Supplier<Lstm> lstm) {
        try {
            return lstm.get().sequence();
        } catch (RefusedException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Asks for a folding of the layer that makes this tensor: output channels and inputs computed at once. */
    public Flow fold(int pe, int simd) {
        builder.fold(this, pe, simd);
        return this;
    }

    boolean belongsTo(NetworkBuilder other) {
        return builder == other;
    }
}
