package systole.layer.argmax;

import java.util.List;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.layer.support.Plain;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * The index of the largest channel at each position, the first of equal ones: [H, W, C] becomes [H, W, 1], unsigned and
 * as wide as the indices need.
 */
public record Argmax() implements Layer {
    public static final LayerKind<Argmax> KIND =
            new LayerKind<>("argmax", Argmax.class, new Plain<>(Argmax::new), new ArgmaxGolden(), new ArgmaxOps());

    private static final int MAX_CHANNELS = 1 << 16;

    public static Supplier<Argmax> argmax() {
        return Argmax::new;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        Shape shape = inputs.get(0).shape();
        boolean fits = new LayerCheck(kind(), where, problems)
                .require(
                        shape.channels() <= MAX_CHANNELS,
                        "the input has " + shape.channels() + " channels",
                        "an index has at most 16 bits, for " + MAX_CHANNELS + " channels");
        int bits = fits ? Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(shape.channels() - 1)) : 16;
        return new TensorType(shape.with(shape.height(), shape.width(), 1), new Quantized(new IntType(bits, false)));
    }
}
