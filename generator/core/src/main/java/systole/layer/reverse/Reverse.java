package systole.layer.reverse;

import java.util.List;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.layer.support.Plain;
import systole.network.Layer;
import systole.network.TensorType;

/** Reverses the positions of a sequence [1, T, C] (or [T, C]). Channels keep their order. */
public record Reverse() implements Layer {
    public static final LayerKind<Reverse> KIND =
            new LayerKind<>("reverse", Reverse.class, new Plain<>(Reverse::new), new ReverseGolden(), new ReverseOps());

    /** A reversal. */
    public static Supplier<Reverse> reverse() {
        return Reverse::new;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        new LayerCheck(kind(), where, problems)
                .require(
                        input.shape().height() == 1,
                        "the input is " + input.shape() + ", not [steps, features]",
                        "only the positions of a sequence can be reversed");
        return input;
    }
}
