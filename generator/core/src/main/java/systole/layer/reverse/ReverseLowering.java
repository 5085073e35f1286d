package systole.layer.reverse;

import java.util.List;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.Engine;

/** The hardware of {@link Reverse}. */
public final class ReverseLowering implements Lowering<Reverse> {
    @Override
    public List<Engine> lower(String name, Reverse layer, List<TensorType> inputs, TensorType output) {
        throw RefusedException.of(SourceRef.NONE, name + ": there is no hardware for a reverse yet", "");
    }
}
