package systole.layer.clamp;

import java.util.List;
import systole.network.Range;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.ClampUnit;
import systole.plan.unit.Engine;

/** The hardware of limits. */
public final class ClampLowering<L extends Clamping> implements Lowering<L> {
    @Override
    public List<Engine> lower(String name, L layer, List<TensorType> inputs, TensorType output) {
        Range bounds = layer.activation().bounds(output.element());
        return List.of(ClampUnit.of(name, output, (int) bounds.lo(), (int) bounds.hi()));
    }
}
