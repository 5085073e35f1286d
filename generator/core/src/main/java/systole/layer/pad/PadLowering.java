package systole.layer.pad;

import java.util.List;
import systole.network.Fold;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.Engine;
import systole.plan.unit.PadUnit;

/** The hardware of {@link Pad}. */
public final class PadLowering implements Lowering<Pad> {
    @Override
    public List<Engine> lower(String name, Pad layer, List<TensorType> inputs, TensorType output) {
        TensorType input = inputs.get(0);
        return List.of(
                new PadUnit(name, input.shape(), output.type(), layer.padding(), layer.fill(input), new Fold(1, 1)));
    }
}
