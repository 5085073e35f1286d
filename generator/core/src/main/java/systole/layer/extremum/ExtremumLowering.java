package systole.layer.extremum;

import java.util.List;
import systole.network.Fold;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.Engine;
import systole.plan.unit.ExtremumUnit;

/** The hardware of an extremum. */
public final class ExtremumLowering<L extends Extremum> implements Lowering<L> {
    @Override
    public List<Engine> lower(String name, L layer, List<TensorType> inputs, TensorType output) {
        return List.of(new ExtremumUnit(
                name,
                output.type(),
                layer.greatest(),
                output.shape().channels(),
                output.shape().elements(),
                new Fold(1, 1)));
    }
}
