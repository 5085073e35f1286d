package systole.layer.reverse;

import java.util.List;
import systole.network.Fold;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.Engine;
import systole.plan.unit.ReverseUnit;

/** Chooses the hardware of {@link Reverse}. A single position needs none. */
public final class ReverseLowering implements Lowering<Reverse> {
    @Override
    public List<Engine> lower(String name, Reverse layer, List<TensorType> inputs, TensorType output) {
        int positions = output.shape().width();
        return positions == 1
                ? List.of()
                : List.of(new ReverseUnit(name, output.type(), output.shape().channels(), positions, new Fold(1, 1)));
    }
}
