package systole.dsl;

import static systole.layer.concat.Concat.concat;
import static systole.layer.reverse.Reverse.reverse;

import java.util.function.Supplier;
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
     * Adds an LSTM that reads this sequence and one that reads it from its end, side by side. Both have one type of
     * output, and both give a sequence or neither does; step t of the result has what both made of step t.
     */
    public Flow bidirectional(String layerName, Supplier<Lstm> ahead, Supplier<Lstm> back) {
        Flow first = then(layerName + "_ahead", ahead);
        Flow second = then(layerName + "_turned", reverse()).then(layerName + "_back", back);
        if (builder.layer(second).filter(Flow::givesSequence).isPresent()) {
            second = second.then(layerName + "_returned", reverse());
        }
        return builder.join(layerName, concat(), first, second);
    }

    private static boolean givesSequence(Layer layer) {
        return layer instanceof Lstm lstm && lstm.sequence();
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
