package systole.layer.lstm;

import java.util.List;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.Engine;

/** The hardware of {@link Lstm}. */
public final class LstmLowering implements Lowering<Lstm> {
    @Override
    public List<Engine> lower(String name, Lstm layer, List<TensorType> inputs, TensorType output) {
        throw RefusedException.of(SourceRef.NONE, name + ": there is no hardware for an lstm yet", "");
    }
}
