package systole.layer;

import java.util.List;
import systole.network.Layer;

/**
 * The syntax of a kind of layer: {@code name = kind(inputs, key = value, ...) -> output type}.
 *
 * <p>{@link #read} and {@link #write} are inverse to each other.
 */
public interface Syntax<L extends Layer> {
    /** The keys that the kind understands, in the order in which they are written. Any other key is refused. */
    List<String> keys();

    /** Builds the layer. Problems are reported through {@code arguments}, which then returns plausible values. */
    L read(Arguments arguments);

    /** Writes every argument whose value is not the default. */
    void write(L layer, ArgumentWriter out);
}
