package systole.frontend.dsl;

import static systole.layer.concat.Concat.concat;
import static systole.layer.reverse.Reverse.reverse;

import java.util.Map;
import java.util.function.Supplier;
import systole.layer.lstm.Lstm;
import systole.network.BuildRequest;
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
        builder.build(this, where -> BuildRequest.fold(pe, simd, where));
        return this;
    }

    /**
     * Asks for an engine of one kind for the layer that makes this tensor.
     *
     * @param engine the kind, such as {@code array}
     * @param keys the keys of the folding with their values, such as {@code Map.of("pe", "8", "multiplier", "packed")};
     *     a key that is left out is the choice of the planner
     */
    public Flow build(String engine, Map<String, String> keys) {
        builder.build(this, where -> new BuildRequest(engine, keys, where));
        return this;
    }

    boolean belongsTo(NetworkBuilder other) {
        return builder == other;
    }
}
