package systole.dsl;

import java.util.function.Supplier;
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

    /** Asks for a folding of the layer that makes this tensor: output channels and inputs computed at once. */
    public Flow fold(int pe, int simd) {
        builder.fold(this, pe, simd);
        return this;
    }

    boolean belongsTo(NetworkBuilder other) {
        return builder == other;
    }
}
