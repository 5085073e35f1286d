package systole.layer.reverse;

import java.util.List;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.Axis;
import systole.network.Layer;
import systole.network.TensorType;

/**
 * Reverses a dimension of a tensor. The others keep their order.
 *
 * @param axis the dimension, by default the positions of a sequence [T, C] or of each row
 */
public record Reverse(Axis axis) implements Layer {
    public static final LayerKind<Reverse> KIND =
            new LayerKind<>("reverse", Reverse.class, new ReverseSyntax(), new ReverseGolden(), new ReverseOps());

    /** A reversal of the positions of a sequence, or of each row. */
    public static Supplier<Reverse> reverse() {
        return () -> new Reverse(Axis.WIDTH);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        return inputs.get(0);
    }
}
